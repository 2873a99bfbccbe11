/** The part of the article's text that is selected, once the reader has come to rest. */
import { useEffect, useState } from 'react';
import type { BodyReader } from '../../text/body-reader.ts';
import { wholeSigns } from '../../text/graphemes.ts';
import { spanOf, type Span } from '../../text/text-of-body.ts';

/** So long the selection must have stayed as it is, in milliseconds; a mouse has come to rest when it is let go. */
const rest = 200;

export function useSelectedPart(reader: BodyReader | undefined): Span | undefined {
  const [part, setPart] = useState<Span>();

  useEffect(() => {
    if (!reader) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isPressed = false;
    const look = () => {
      const next = selectedIn(reader);
      setPart((known) => (known && next && known.start === next.start && known.end === next.end ? known : next));
    };
    const wait = () => {
      clearTimeout(timer);
      if (!isPressed) timer = setTimeout(look, rest);
    };
    const press = ({ pointerType }: PointerEvent) => {
      isPressed = pointerType === 'mouse';
    };
    const release = ({ pointerType }: PointerEvent) => {
      const isMouse = pointerType === 'mouse';
      isPressed = false;
      clearTimeout(timer);
      // A click within a selection takes it away, but only after this.
      timer = setTimeout(look, isMouse ? 0 : rest);
    };
    const listeners: [string, EventListener][] = [
      ['selectionchange', wait],
      ['pointerdown', (event) => event instanceof PointerEvent && press(event)],
      ['pointerup', (event) => event instanceof PointerEvent && release(event)],
      ['pointercancel', (event) => event instanceof PointerEvent && release(event)],
    ];
    listeners.forEach(([name, listener]) => document.addEventListener(name, listener));
    look();
    return () => {
      clearTimeout(timer);
      listeners.forEach(([name, listener]) => document.removeEventListener(name, listener));
    };
  }, [reader]);

  return part;
}

function selectedIn(reader: BodyReader): Span | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const { anchorNode, focusNode } = selection;
  // Who selects the whole page wants something else.
  if (![anchorNode, focusNode].some((node) => reader.element.contains(node))) return undefined;
  const body = reader.text();
  const span = spanOf(body, selection.getRangeAt(0));
  return span && wholeSigns(body.text, span);
}
