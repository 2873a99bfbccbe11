/** The writer's box under an article: portrait or initials, role, biography, contact, more of theirs. */
import { Link } from './Link.tsx';
import type { WriterBox } from '../publication/page.ts';
import { Anchor } from './Anchor.tsx';
import { Contact } from './Contact.tsx';
import { useWords } from './words-context.tsx';
import { PortraitImage } from './PortraitImage.tsx';
import { Text } from './Text.tsx';
import { WithName } from './WithName.tsx';

export function Writers({ writers, texts }: { writers: WriterBox[]; texts: Record<string, string> }) {
  const words = useWords();
  if (writers.length === 0) return null;
  return (
    <section className="writers opening" aria-labelledby="writers-heading">
      <h2 id="writers-heading" className="overline">
        {writers.length === 1 ? words.aboutTheWriter : words.aboutTheWriters}
      </h2>
      {writers.map((writer) => (
        <Writer key={writer.href} writer={writer} texts={texts} />
      ))}
    </section>
  );
}

function Writer({ writer, texts }: { writer: WriterBox; texts: Record<string, string> }) {
  const words = useWords();
  return (
    <div className="writer entry">
      <PortraitImage portrait={writer.portrait} />
      <div>
        <h3 lang={writer.lang}>
          <Link to={writer.href} rel="author">
            {writer.name}
          </Link>
        </h3>
        {writer.role ? (
          <p className="meta" lang={writer.lang}>
            {writer.role}
          </p>
        ) : null}
        <div lang={writer.lang} dir={writer.dir}>
          {writer.biography ? <Text className="biography" name={writer.biography} texts={texts} /> : null}
        </div>
        <Contact email={writer.email} />
        <WriterLinks {...writer} />
        {writer.more.length > 0 ? (
          <>
            <h4>
              <WithName words={words.moreBy(writer.name)} name={writer.name} lang={writer.lang} dir={writer.dir} />
            </h4>
            <ul className="more">
              {writer.more.map(({ href, text, lang, dir }) => (
                <li key={href} lang={lang} dir={dir}>
                  <Link to={href}>{text}</Link>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </div>
  );
}

/** Called as the writer's file has it, so in the writer's language. */
export function WriterLinks({ links, lang, dir }: Pick<WriterBox, 'links' | 'lang' | 'dir'>) {
  if (links.length === 0) return null;
  return (
    <ul className="links" lang={lang}>
      {links.map(({ href, text }) => (
        <li key={href} dir={dir}>
          <Anchor href={href} rel={href.startsWith('/') ? undefined : 'me noopener noreferrer'}>
            {text}
          </Anchor>
        </li>
      ))}
    </ul>
  );
}
