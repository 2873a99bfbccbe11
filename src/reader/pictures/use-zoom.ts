/**
 * A picture enlarged to the pixels of its file, at the point of two taps, and whole again. It is moved by scrolling: by
 * finger as everything, with the mouse by dragging.
 */
import { type MouseEvent, type PointerEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';

type Point = { x: number; y: number };

/** How wide a picture is, and which part of its width and height stays at which point of the window. */
type Zoom = { number: number; width: number; part: Point; at: Point };

/** Two taps within so many milliseconds and pixels are one. */
const doubleTap = { time: 400, distance: 30 };

/** `fileWidth`: of the largest file, in its pixels. Answers the width of the picture while it is enlarged. */
export function useZoom(
  track: RefObject<HTMLElement | null>,
  number: number,
  fileWidth: number,
  tapBeside: () => void,
) {
  const [zoom, setZoom] = useState<Zoom>();
  const tapped = useRef<Point & { time: number }>(undefined);
  /** Where the picture would lie if the hand were at the corner of the window. */
  const dragged = useRef<Point>(undefined);
  const current = zoom?.number === number ? zoom : undefined;

  useLayoutEffect(() => {
    const row = track.current;
    const box = current && row && pictureSeen(row)?.getBoundingClientRect();
    if (!box) return;
    const { part, at } = current;
    row.scrollBy(instantly(box.left + part.x * box.width - at.x, box.top + part.y * box.height - at.y));
  }, [track, current]);

  const makeWhole = () => setZoom(undefined);

  const enlarge = (at?: Point) => {
    const box = track.current && pictureSeen(track.current)?.getBoundingClientRect();
    if (!box || current) return;
    const { left, top, width, height } = box;
    const point = at ?? { x: left + width / 2, y: top + height / 2 };
    const part = { x: within((point.x - left) / width), y: within((point.y - top) / height) };
    // A drawing has no pixels, and a small picture few: they become twice as large.
    setZoom({ number, width: Math.max(fileWidth / devicePixelRatio, width * 2), part, at: point });
  };

  const move = (x: number, y: number) => track.current?.scrollBy(instantly(x, y));

  function onClick({ timeStamp: time, clientX: x, clientY: y, target }: MouseEvent) {
    if (!track.current?.contains(target as Node)) return;
    const before = tapped.current;
    const isDouble =
      before && time - before.time < doubleTap.time && Math.hypot(x - before.x, y - before.y) < doubleTap.distance;
    tapped.current = isDouble ? undefined : { time, x, y };
    if (isDouble && current) makeWhole();
    else if (isDouble) enlarge({ x, y });
    else if (!current && !isPicture(target)) tapBeside();
  }

  function onPointerDown({ pointerType, pointerId, button, target, clientX: x, clientY: y }: PointerEvent) {
    const row = track.current;
    if (!row || !current || pointerType === 'touch' || button !== 0 || !isPicture(target)) return;
    row.setPointerCapture(pointerId);
    dragged.current = { x: row.scrollLeft + x, y: row.scrollTop + y };
  }

  function onPointerMove({ clientX: x, clientY: y }: PointerEvent) {
    if (dragged.current) track.current?.scrollTo(instantly(dragged.current.x - x, dragged.current.y - y));
  }

  function onLostPointerCapture() {
    dragged.current = undefined;
  }

  return {
    width: current?.width,
    enlarge,
    makeWhole,
    move,
    handlers: { onClick, onPointerDown, onPointerMove, onLostPointerCapture },
  };
}

const pictureSeen = (row: HTMLElement) => row.querySelector('[data-seen] img');

const isPicture = (target: EventTarget): boolean => target instanceof HTMLImageElement;

const within = (part: number): number => Math.max(0, Math.min(1, part));

const instantly = (left: number, top: number): ScrollToOptions => ({ left, top, behavior: 'instant' });
