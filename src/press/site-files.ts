/** What a site has beside its pages: feeds, sitemaps, lists of names, icons, share images, what hosts are told. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shareImageAddress } from '../publication/addresses.ts';
import { bylineText } from '../publication/byline.ts';
import type { Edition } from '../publication/edition.ts';
import { originOf } from '../publication/head.ts';
import { suggestionLists } from '../publication/suggestion-lists.ts';
import { bylineOf, kickerOf } from '../publication/teaser.ts';
import { feedFiles, guideFiles } from './feeds/feed-files.ts';
import { hostingFiles } from './hosting/hosting-files.ts';
import type { Hashes } from './hosting/policy.ts';
import type { Outputs } from './cache/outputs.ts';
import { iconFile, iconFiles } from './share/icons.ts';
import { manifestFile, manifestText } from './share/manifest.ts';
import { ShareImages } from './share/share-images.ts';
import { iconOf } from './theme/look.ts';
import { shipped, themeOf } from './theme/theme.ts';

type SiteFile = { file: string; text: string | Uint8Array };

type Job = {
  edition: Edition;
  /** Writes what is new, and takes the rest from the build before. */
  outputs: Outputs;
  /** Of the document's inline script and sheet. */
  hashes: Hashes;
  cacheDir: string;
  /** The shipped drawing, which icons are made of where the publication has none of its own. */
  icon: string;
  say: (line: string) => void;
};

/** Writes them all, and answers what belongs beside the site. */
export async function printSiteFiles(job: Job): Promise<SiteFile[]> {
  const { edition, outputs } = job;
  const { inside, beside } = hostingFiles(edition, job.hashes);
  const place = { origin: originOf(edition), base: edition.base };
  for (const { files, texts } of feedFiles(outputs.edition, place)) {
    // Texts are asked for while the files are made, so that it is noted which.
    outputs.write(files[0] ?? '', files, () => {
      const made = texts();
      return { contents: () => made };
    });
  }
  for (const { file, text } of guideFiles(edition, place)) outputs.put(file, text);
  for (const [file, names] of suggestionLists(edition)) outputs.put(file, JSON.stringify(names));
  for (const { file, text } of await iconAndManifest(edition, job.icon)) outputs.put(file, text);
  if (edition.shareImages) await printShareImages(job);
  // Last: a page that leads on never takes the place of one that is there.
  for (const { file, text } of inside) if (!outputs.has(file)) outputs.put(file, text);
  return beside;
}

/** The icon in all its forms and, where there is a publication, its web app manifest; the dev server answers them too. */
export async function iconAndManifest(edition: Edition | undefined, icon: string): Promise<SiteFile[]> {
  const look = edition?.content.look;
  const theme = look ? themeOf(look.theme) : shipped;
  const { paper } = theme.papers.light;
  const svg = iconOf(look ?? {}, theme, icon);
  const icons = await iconFiles(svg, paper);
  return [
    { file: iconFile, text: svg },
    ...icons.map(({ file, bytes }) => ({ file, text: bytes })),
    ...(edition
      ? [{ file: manifestFile, text: manifestText(edition.content.publication, { ...edition, paper }) }]
      : []),
  ];
}

async function printShareImages({ edition, outputs, cacheDir, say }: Job): Promise<void> {
  const images = new ShareImages(join(cacheDir, 'share'), themeOf(edition.content.look.theme).papers.light);
  const publication = edition.content.publication.name;
  await Promise.all(
    edition.articles.map(async (article) => {
      const image = await images.imageOf({
        headline: article.headline,
        overline: kickerOf(edition, article).text,
        byline: bylineText(bylineOf(edition, article.authors)),
        publication,
        language: article.language ?? edition.language,
      });
      outputs.put(shareImageAddress(article.slug), readFileSync(image));
    }),
  );
  say(`${images.made} share images made, ${images.found} had from the cache`);
  for (const headline of images.unset)
    say(`No face has every letter of “${headline}”: its share image shows the publication's name.`);
}
