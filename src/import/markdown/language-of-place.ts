/** The language that the place of a file says, as Hugo, Astro and Jekyll keep translations, where its letters agree. */

/** The language in a name such as "a-walk.ur.md". */
const inName = (path: string): string | undefined =>
  /\.([a-z]{2,3}(?:[-_][a-zA-Z]{2,4})?)\.[a-z0-9]+$/i.exec(path)?.[1];

/** Words of English that are tags of languages as well, and folders more often. */
const ambiguous =
  /^(?:am|an|as|be|by|do|go|he|id|if|in|io|is|it|me|my|no|of|or|os|so|to|ts|tv|us|we|cs|ai|pr|qa|ml|co|ad|vi)$/;

/** From "a-walk.ur.md" or "content/ur/a-walk.md", where the letters agree. */
export function languageOfPlace(path: string, text: string): string | undefined {
  const folders = path.replaceAll('\\', '/').split('/').slice(0, -1).toReversed();
  for (const tag of [inName(path), ...folders]) {
    if (tag === undefined || !/^[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?$/.test(tag) || ambiguous.test(tag)) continue;
    if (!/^[a-z]{2}(?:[-_]|$)/.test(tag)) continue;
    const language = languageNamed(tag);
    if (language !== undefined && isWrittenIn(text, language)) return language;
  }
  return undefined;
}

function languageNamed(tag: string): string | undefined {
  try {
    const [canonical = ''] = Intl.getCanonicalLocales(tag.replace('_', '-'));
    return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(canonical) === undefined
      ? undefined
      : canonical;
  } catch {
    return undefined;
  }
}

const scripts: Record<string, string> = { Hans: 'Han', Hant: 'Han', Jpan: 'Han', Kore: 'Hangul', Aran: 'Arab' };

/** Whether most letters of the text are of the script of the language. */
function isWrittenIn(text: string, language: string): boolean {
  const script = new Intl.Locale(language).maximize().script ?? 'Latn';
  const letters = new RegExp(`\\p{Script=${scripts[script] ?? script}}`, 'gu');
  const all = text.match(/\p{L}/gu)?.length ?? 0;
  return all > 0 && (text.match(letters)?.length ?? 0) > all * 0.4;
}
