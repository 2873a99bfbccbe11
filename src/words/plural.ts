/** A count with its noun, in the form that a language has for the number (CLDR plural rules, `Intl.PluralRules`). */

/** By plural category, with `#` for the number. A category that is left out takes `other`, which every language has. */
export type PluralForms = { [Category in Intl.LDMLPluralRule]?: string } & { other: string };

/** With it, `plural(3, { one: '# mark', other: '# marks' })` is "3 marks". */
export function pluralsIn(language: string): (count: number, forms: PluralForms) => string {
  let rules: Intl.PluralRules | undefined;
  return (count, forms) => {
    rules ??= new Intl.PluralRules(language);
    return (forms[rules.select(count)] ?? forms.other).replace('#', count.toLocaleString(language));
  };
}
