/** Applies settings to the open document, as the script in the head of `index.html` does it before the first paint. */
import { addFaces, type Face } from './faces.ts';
import { atSamePlace, soonAtSamePlace } from '../../text/same-place.ts';
import { ranges, type Settings, type Shown, shownBy, switches, choices } from './settings.ts';

/** All that the first paint of the next page needs. */
export type FirstPaint = { shown: Shown; paper?: string; faces?: readonly Face[] };

const attributes = [...Object.keys(choices), ...switches];
const properties = Object.keys(ranges);

/** `faces` are those that the settings ask for beside the publication's own. */
export function applySettings(settings: Settings, faces: readonly Face[]): FirstPaint {
  const shown = shownBy(settings);
  const { dataset, style } = document.documentElement;
  addFaces(faces);
  const isSame = (name: string) =>
    attributes.includes(name)
      ? dataset[name] === shown[name]
      : style.getPropertyValue(`--set-${name}`) === String(shown[name] ?? '');
  latest = shown;
  if (!attributes.every(isSame)) atSamePlace(applyLatest);
  else if (!properties.every(isSame)) soonAtSamePlace(applyLatest);
  const paper = settings.theme === 'system' ? undefined : paperOf(settings.theme);
  colourAround(paper);
  return { shown, ...(paper && { paper }), ...(faces.length > 0 && { faces }) };
}

/** What is applied when its turn has come, whatever was wanted before. */
let latest: Shown = {};

function applyLatest(): void {
  const { dataset, style } = document.documentElement;
  for (const name of attributes) {
    const value = latest[name];
    if (value === undefined) delete dataset[name];
    else dataset[name] = String(value);
  }
  for (const name of properties) {
    const value = latest[name];
    if (value === undefined) style.removeProperty(`--set-${name}`);
    else style.setProperty(`--set-${name}`, String(value));
  }
}

let looked: { theme: string; paper: string } | undefined;

/** The colour of a paper is known to the sheet alone; looking makes the browser compute the styles, so it is done once. */
function paperOf(theme: string): string {
  if (looked?.theme !== theme) looked = { theme, paper: getComputedStyle(document.body).backgroundColor };
  return looked.paper;
}

/** What the browser paints around the page: the first such element counts, before those that follow the system. */
function colourAround(paper: string | undefined): void {
  const [first] = document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]');
  const ours = first && !first.media ? first : undefined;
  if (!paper) ours?.remove();
  else if (ours) ours.content = paper;
  else if (first) first.before(Object.assign(document.createElement('meta'), { name: 'theme-color', content: paper }));
}
