/** What a reader does with marks, each told when it is done or why it is not. */
import { useMemo } from 'react';
import { bylineText, nameList } from '../../publication/byline.ts';
import type { ArticlePageData } from '../../publication/page.ts';
import type { ReaderWords } from '../../words/words.ts';
import { aboutOf } from '../store/about.ts';
import { problemKind } from '../store/connection.ts';
import { deviceStore } from '../store/device.ts';
import { certainPassageAt, passageAt } from '../../text/anchor.ts';
import { change, keep, MarkRemoved, putBack, remove } from './marks.ts';
import { textFragment } from '../../text/text-fragment.ts';
import type { BodyText, Span } from '../../text/text-of-body.ts';
import { type Colour, limits, type Mark } from '../store/records.ts';
import type { Passage } from '../../text/passage.ts';
import { carryLink, copyQuotation, type Refused } from './carry.ts';

/** What was done; `isProblem` if it was not. */
export type Notice = { text: string; isProblem?: boolean; undo?: () => void; refused?: Refused };

/** Browsers look for words as the page shows them: the number of a footnote parts them as a line end does. */
function passageAsShown({ text, gaps }: BodyText, { start, end }: Span): Passage {
  const parted = (from: number, to: number) => {
    const borders = gaps.filter((gap) => gap >= from && gap <= to);
    return [from, ...borders].map((at, index) => text.slice(at, borders[index] ?? to)).join('\n');
  };
  const passage = passageAt(text, start, end);
  return {
    ...passage,
    exact: parted(start, end),
    prefix: parted(start - passage.prefix.length, start),
    suffix: parted(end, end + passage.suffix.length),
  };
}

export type MarkActions = ReturnType<typeof useMarkActions>;

export function useMarkActions(page: ArticlePageData, allWords: ReaderWords, tell: (notice: Notice) => void) {
  return useMemo(() => {
    const { marks: words, problems } = allWords;
    const failed = (what: string) => (error: unknown) => {
      const why = error instanceof MarkRemoved ? '' : problems[problemKind(error)];
      tell({ text: [what, why].filter(Boolean).join(' '), isProblem: true });
      return undefined;
    };
    const address = location.origin + location.pathname;

    /** The passage there, unless it is too long to be kept. */
    function passageIn(text: string, { start, end }: Span) {
      if (end - start <= limits.quote) return certainPassageAt(text, start, end);
      tell({ text: words.tooLong(limits.quote), isProblem: true });
      return undefined;
    }

    return {
      async make(body: BodyText, span: Span, colour: Colour): Promise<Mark | undefined> {
        const passage = passageIn(body.text, span);
        if (!passage) return undefined;
        const made = { article: page.slug, about: aboutOf(page), passage, colour };
        return keep(deviceStore(), made).then((mark) => {
          tell({ text: words.marked });
          return mark;
        }, failed(words.notMarked));
      },
      recolour: (mark: Mark, colour: Colour) =>
        change(deviceStore(), mark.id, { colour }).catch(failed(words.notChanged)),
      async reattach(mark: Mark, body: BodyText, span: Span): Promise<Mark | undefined> {
        const passage = passageIn(body.text, span);
        if (!passage) return undefined;
        return change(deviceStore(), mark.id, { passage }).then((moved) => {
          tell({ text: words.placed });
          return moved;
        }, failed(words.notChanged));
      },
      async remove(mark: Mark): Promise<boolean> {
        try {
          await remove(deviceStore(), mark);
        } catch (error) {
          failed(words.notRemoved)(error);
          return false;
        }
        const undo = () => {
          putBack(deviceStore(), mark).then(() => tell({ text: words.undone }), failed(words.notChanged));
        };
        tell({ text: words.removed, undo });
        return true;
      },
      async copy(quote: string): Promise<void> {
        const writers = page.byline.filter((part) => typeof part !== 'string');
        const byline = bylineText(nameList(writers, document.documentElement.lang));
        const source = { byline, headline: page.headline, publication: page.frame.name, address };
        const refused = await copyQuotation(quote, source, page.lang);
        tell(refused ? { text: words.copyRefused, refused } : { text: words.copied });
      },
      async link(body: BodyText, span: Span): Promise<void> {
        const carried = await carryLink(page.headline, address + textFragment(passageAsShown(body, span)));
        if (typeof carried === 'object') tell({ text: words.copyRefused, refused: carried });
        else tell({ text: carried === 'copied' ? words.linkCopied : '' });
      },
    };
  }, [page, allWords, tell]);
}
