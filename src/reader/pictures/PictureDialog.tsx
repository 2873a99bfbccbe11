/**
 * One picture over the whole window, in a row with all of its article. They are gone through by swipe, keys and buttons,
 * in the direction of the text. Only the one that is seen and its neighbours are fetched. When it closes, the page stands
 * where it stood, with the focus on the picture that was opened.
 */
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { ArticlePageData } from '../../publication/page.ts';
import type { PicturesWords } from '../../words/words.ts';
import { CloseIcon, Icon, LessIcon, MoreIcon } from '../../components/icons.tsx';
import { savesData } from '../../components/saves-data.ts';
import { copyOf } from '../notes/explanation.ts';
import './pictures.css';
import { useTrack } from './use-track.ts';
import { useZoom } from './use-zoom.ts';

type Props = {
  page: ArticlePageData;
  words: PicturesWords;
  /** Around the pictures in the text. */
  links: readonly HTMLAnchorElement[];
  /** From 1 on. */
  number: number;
  show: (number: number) => void;
  close: () => void;
};

const arrows: Record<string, readonly [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** How far an arrow moves a picture that is enlarged. */
const stride = 80;

export function PictureDialog({ page, words, links, number, show, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const track = useRef<HTMLDivElement>(null);
  const link = links[number - 1];
  const image = link && imageIn(link);
  // Its own, or that of all in its gallery.
  const caption = link?.closest('figure:has(> figcaption)')?.querySelector(':scope > figcaption') ?? undefined;
  const isRtl = (page.dir ?? document.documentElement.dir) === 'rtl';
  useShown(dialog, link);
  const zoom = useZoom(track, number, Number(image?.getAttribute('width')), close);
  const isEnlarged = zoom.width !== undefined;
  useTrack(track, number, isEnlarged, show);

  const turnTo = (wanted: number) => {
    zoom.makeWhole();
    show(Math.max(1, Math.min(links.length, wanted)));
  };

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const { key } = event;
    const [x = 0, y = 0] = arrows[key] ?? [];
    // The other keys are no signs, which are all that can be switched off.
    const usesSigns = document.documentElement.dataset['keys'] !== 'off';
    if (isEnlarged && (x || y)) zoom.move(x * stride, y * stride);
    else if (x) turnTo(number + (isRtl ? -x : x));
    else if (key === 'Home') turnTo(1);
    else if (key === 'End') turnTo(links.length);
    else if (usesSigns && (key === '+' || key === '=')) zoom.enlarge();
    else if (usesSigns && (key === '-' || key === '0')) zoom.makeWhole();
    else return;
    event.preventDefault();
  }

  if (!image) return null;
  const position = words.of(number, links.length);
  return (
    <dialog
      ref={dialog}
      className="pictures"
      data-theme="black"
      lang={caption?.closest('[lang]')?.getAttribute('lang') ?? page.lang}
      dir={isRtl ? 'rtl' : 'ltr'}
      aria-label={(caption && nameIn(caption)) || image.alt}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClose={({ currentTarget }) => {
        if (!currentTarget.open) close();
      }}
      {...zoom.handlers}
    >
      <div className="pictures-bar" lang={page.around.lang ?? document.documentElement.lang}>
        <p role="status" dir={page.around.dir ?? document.documentElement.dir}>
          {links.length > 1 ? position : ''}
          <span className="visually-hidden">. {image.alt}</span>
        </p>
        {links.length > 1
          ? ([-1, 1] as const).map((step) => (
              <Tool
                key={step}
                name={step < 0 ? words.previous : words.next}
                press={() => turnTo(number + step)}
                isIdle={!links[number - 1 + step]}
              >
                <Icon>
                  <path d={step < 0 === isRtl ? 'm9 5.5 6.5 6.5L9 18.5' : 'M15 5.5 8.5 12l6.5 6.5'} />
                </Icon>
              </Tool>
            ))
          : null}
        {isEnlarged ? (
          <Tool name={words.whole} press={zoom.makeWhole}>
            <LessIcon />
          </Tool>
        ) : (
          <Tool name={words.enlarge} press={() => zoom.enlarge()}>
            <MoreIcon />
          </Tool>
        )}
        <Tool name={words.close} press={close}>
          <CloseIcon />
        </Tool>
      </div>
      <div
        ref={track}
        className="pictures-track"
        data-enlarged={isEnlarged ? '' : undefined}
        role="group"
        aria-label={position}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by the keyboard
        tabIndex={0}
      >
        {links.map((one, index) => {
          const distance = Math.abs(index + 1 - number);
          return (
            <div key={index} data-seen={distance === 0 ? '' : undefined} aria-hidden={distance > 0}>
              {distance <= (savesData() ? 0 : 1) ? (
                <Picture link={one} width={distance === 0 ? zoom.width : undefined} />
              ) : null}
            </div>
          );
        })}
      </div>
      {caption ? <Caption key={number} caption={caption} /> : null}
    </dialog>
  );
}

type ToolProps = { name: string; press: () => void; isIdle?: boolean; children: ReactNode };

/** One that has nothing to do keeps the focus. */
function Tool({ name, press, isIdle, children }: ToolProps) {
  return (
    <button type="button" className="tool" aria-label={name} title={name} aria-disabled={isIdle} onClick={press}>
      {children}
    </button>
  );
}

/** As the text has it, in the size of the window; with a width, from its largest file, if that can be had. */
function Picture({ link, width }: { link: HTMLAnchorElement; width: number | undefined }) {
  const [hasFailed, setFailed] = useState(false);
  const image = imageIn(link);
  const [fileWidth, fileHeight] = [image.getAttribute('width'), image.getAttribute('height')];
  const isOwnFile = width !== undefined && !hasFailed;
  const sources = isOwnFile ? [] : Array.from(link.querySelectorAll('source'));
  return (
    <picture>
      {sources.map(({ type, srcset }) => (
        <source key={srcset} type={type} srcSet={srcset} sizes="100vw" />
      ))}
      <img
        src={isOwnFile ? link.href : image.src}
        srcSet={(!isOwnFile && image.srcset) || undefined}
        sizes="100vw"
        alt={image.alt}
        draggable={false}
        style={{
          aspectRatio: `${fileWidth} / ${fileHeight}`,
          // As large as there is room, but not larger than the file.
          inlineSize: width ?? `min(100cqi, 100cqb * ${fileWidth} / ${fileHeight}, ${fileWidth}px)`,
        }}
        onError={() => setFailed(true)}
      />
    </picture>
  );
}

function Caption({ caption }: { caption: Element }) {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => element.current?.replaceChildren(copyOf(caption)), [caption]);
  const inherited = (name: string) => caption.closest(`[${name}]`)?.getAttribute(name) ?? undefined;
  return <div ref={element} className="pictures-caption" lang={inherited('lang')} dir={inherited('dir')} />;
}

/** Opens the dialog, and gives back to the page what it had. */
function useShown(dialog: RefObject<HTMLDialogElement | null>, link: HTMLAnchorElement | undefined): void {
  const [opener] = useState(link);

  useLayoutEffect(() => {
    dialog.current?.showModal();
    // So that its name is said before what is in it.
    dialog.current?.focus();
  }, [dialog]);

  useEffect(() => {
    const [shown, root, top] = [dialog.current, document.documentElement, scrollY];
    root.dataset['picture'] = '';
    return () => {
      shown?.close();
      delete root.dataset['picture'];
      // The page may be another by now.
      if (!opener?.isConnected) return;
      opener.focus({ preventScroll: true });
      scrollTo({ top, behavior: 'instant' });
    };
  }, [dialog, opener]);
}

const imageIn = (link: HTMLAnchorElement): HTMLImageElement => link.querySelector('img')!;

/** What a caption says, without who made the picture. */
function nameIn(caption: Element): string {
  const copy = copyOf(caption);
  copy.querySelector('.credit')?.remove();
  return copy.textContent.trim();
}
