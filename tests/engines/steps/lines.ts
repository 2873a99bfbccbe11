/** The lines under words, in every engine: under links, under the section that is open, and under marks. */
import { expect, test } from 'vitest';
import type { Window } from '../driver.ts';
import { waitFor } from '../finding.ts';
import { openSettings, type Walk } from '../walk.ts';

/** How the first that a selector finds is underlined, and whether in a colour of its own. */
const lineUnder = (window: Window, selector: string) =>
  window.run((selector) => {
    const look = getComputedStyle(document.querySelector(selector)!);
    const { textDecorationLine: line, textDecorationThickness: thickness, textDecorationColor: colour } = look;
    return { line, thickness, isColoured: colour !== look.color };
  }, selector);

/** What the sheet says of a painted mark: nobody can ask how it looks. */
const lineOfMark = (window: Window, colour: string) =>
  window.run((selector) => {
    const rules = (list: CSSRuleList): CSSRule[] =>
      [...list].flatMap((rule) => ('cssRules' in rule ? [rule, ...rules(rule.cssRules as CSSRuleList)] : [rule]));
    const all = [...document.styleSheets].flatMap((sheet) => rules(sheet.cssRules)) as CSSStyleRule[];
    const rule = all.find(({ selectorText }) => selectorText === selector);
    return ['line', 'style', 'thickness'].map((part) => rule?.style.getPropertyValue(`text-decoration-${part}`));
  }, `::highlight(mark-${colour})`);

export function lines(walk: Walk): void {
  test('a link of a text has a fine line in a colour of its own, the open section a strong one', async () => {
    const article = await walk.open('/articles/footnotes-tables-and-code/');
    const fine = { line: 'underline', thickness: '1px', isColoured: true };
    expect(await lineUnder(article, '[data-text="body"] a[href^="https:"]')).toEqual(fine);
    const section = await walk.open('/sections/guide/');
    const strong = { line: 'underline', thickness: '2px', isColoured: true };
    expect(await lineUnder(section, '.sections [aria-current]')).toEqual(strong);
    await openSettings(section);
    expect(await lineUnder(section, '.settings-word')).toMatchObject({ line: 'underline', thickness: '1px' });
  });

  test('marks have lines that differ also for those who see no colours', async () => {
    const window = await walk.open('/articles/footnotes-tables-and-code/');
    await window.press('j');
    await window.press('m');
    await waitFor(window, 'toolbar Selected words');
    expect(await lineOfMark(window, 'green')).toEqual(['underline', 'dotted', '2px']);
    expect(await lineOfMark(window, 'yellow')).toEqual(['underline', 'solid', '2px']);
    expect(await lineOfMark(window, 'blue')).toEqual(['underline', 'dashed', '2px']);
    expect(await lineOfMark(window, 'pink')).toEqual(['underline', 'wavy', '1px']);
  });
}
