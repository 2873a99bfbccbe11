/** A page of the publication itself: about, privacy and the like. */
import { PageHeading } from '../components/PageHeading.tsx';
import { Text } from '../components/Text.tsx';
import type { OwnPageData as Page } from '../publication/page.ts';

export function OwnPage({ page }: { page: Page }) {
  return (
    <article className="article" lang={page.lang} dir={page.dir}>
      <header className="list-header opening">
        <PageHeading>{page.title}</PageHeading>
      </header>
      <Text className="prose" name="body" texts={page.texts} />
    </article>
  );
}
