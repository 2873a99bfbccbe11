/** The front page: its blocks, each a section with a name, then the way to everything older. */
import type { ReactNode } from 'react';
import { Link } from '../components/Link.tsx';
import { MustReadList } from '../components/MustRead.tsx';
import { useWords } from '../components/words-context.tsx';
import { TeaserItem, TeaserList } from '../components/TeaserList.tsx';
import { Text } from '../components/Text.tsx';
import { mustReadAddress } from '../publication/addresses.ts';
import type { FrontBlock, FrontPageData as Page, LanguageOf } from '../publication/page.ts';

export function FrontPage({ page }: { page: Page }) {
  const words = useWords();
  return (
    <>
      <h1 id="text" className="visually-hidden" tabIndex={-1}>
        {page.frame.name}
      </h1>
      {page.blocks.length === 0 ? <p>{words.noArticles}</p> : null}
      {page.blocks.map((block, index) => (
        <Block key={`${block.kind} ${index}`} block={block} heading={`block-${index + 1}`} texts={page.texts} />
      ))}
      {page.more ? (
        <p className="all">
          <Link to={page.more.href}>{page.more.text}</Link>
        </p>
      ) : null}
    </>
  );
}

/** `heading`: the id that its heading has. */
function Block({ block, heading, texts }: { block: FrontBlock; heading: string; texts: Page['texts'] }) {
  const words = useWords();
  switch (block.kind) {
    case 'lead':
      return (
        <section className="lead" aria-label={words.lead}>
          <TeaserItem article={block.article} level={2} place="lead" />
        </section>
      );
    case 'list':
      return (
        <Titled className="latest" heading={heading} title={block.title ?? words.latest} href={block.href}>
          <TeaserList articles={block.articles} level={3} parts={block.parts} within={block.within} place="latest" />
        </Titled>
      );
    case 'must-read':
      return (
        <Titled
          id="must-read"
          className="must-read-block"
          heading={heading}
          title={words.mustRead}
          href={mustReadAddress()}
        >
          <MustReadList entries={block.entries} level={3} />
        </Titled>
      );
    case 'text': {
      const text = <Text name={block.text} texts={texts} className="prose" />;
      return block.title ? (
        <Titled className="front-text" heading={heading} title={block.title} lang={block.lang} dir={block.dir}>
          {text}
        </Titled>
      ) : (
        <div className="front-text opening" lang={block.lang} dir={block.dir}>
          {text}
        </div>
      );
    }
  }
}

type TitledProps = LanguageOf & {
  id?: string;
  className: string;
  heading: string;
  title: string;
  href?: string;
  children: ReactNode;
};

function Titled({ id, className, heading, title, href, children, ...language }: TitledProps) {
  return (
    <section id={id} className={`${className} opening`} aria-labelledby={heading} {...language}>
      <h2 id={heading} className="overline">
        {href ? <Link to={href}>{title}</Link> : title}
      </h2>
      {children}
    </section>
  );
}
