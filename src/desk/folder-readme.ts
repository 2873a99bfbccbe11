/** What stands in the README of a new folder of content: half a page for whoever keeps it. */
import type { Product } from './this-product.ts';

export const folderReadme = (name: string, { repository }: Product): string => `# ${name}

The content of ${name}: JSON files, and the pictures they show. [Broadsheet](https://github.com/${repository}) makes the site of them. With its checkout beside this folder, in \`../broadsheet\`, these commands are given there, and \`../PAPER\` is this folder:

\`\`\`sh
npm run dev -- --data ../PAPER                                  # read it while it is written
npm run new -- article "A walk in June" --data ../PAPER         # a draft, in articles/a-walk-in-june.json
npm run rename -- a-walk-in-june a-walk-in-july --data ../PAPER # another address, and the old one leads there
npm run check -- --data ../PAPER                                # every mistake, with its file, line and cure
npm run build -- --data ../PAPER                                # the site, in dist/
\`\`\`

- \`publication.json\`: its name, address, language, time zone and sections. Put the address right before it is published.
- \`must-read.json\`: what is recommended, in order.
- \`articles/\`, \`authors/\`, \`pages/\`: a file each. Take \`"draft": true\` away, and an article is published. One dated in the future waits for its day.
- \`images/\`: pictures as the camera wrote them; \`"/images/x.jpg"\` is this folder's \`x.jpg\`.
- \`icon.svg\`, \`nameplate.svg\`, \`theme.json\`, \`front.json\`, \`glossary.json\`: where you want them.

**On GitHub Pages**: push this folder to a repository, and choose "GitHub Actions" as the source of its Pages. \`.github/workflows/publish.yml\` builds it after every push, and when an article's day has come. The version of Broadsheet stands in that file; to take a later one, write its commit there, and run \`npm run check\` with it.
`;
