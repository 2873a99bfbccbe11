/** The names in a byline: without "By", roles, dates and whatever else a page puts into that line. */
import { oneLine } from './one-line.ts';
import { visibleDate } from './visible-dates.ts';

const leads =
  /^(?:(?:(?:this )?(?:article|story|post|text|words|report|interview|analysis|opinion|review|blog)(?: was)?\s+)?(?:(?:written|posted|published|submitted|reported|edited|authored|compiled|created|contributed|updated|words|story|text)\s+)?by|words|text|story|author|autor(?:in)?|auteur|autore|autora|автор|yazar|penulis|posted by|contributed by|geschrieben von|verfasst von|ein (?:artikel|beitrag|gastbeitrag) von|veröffentlicht von|von|vom|par|por|escrito por|publicado por|di|door|geplaatst door|av|af|skrevet av|от|oleh|yazan|بقلم|كتب(?:ه|ت)?|بواسطة|نویسنده|نوشته|از|تحریر|مصنف|از قلم|द्वारा|लेखक|লিখেছেন|লেখক|作者|文|記者)(?:\s*[:：﹕|–—-]\s*|\s+(?!$))/iu;

const roles =
  /^(?:(?:senior|chief|staff|guest|associate|assistant|contributing|deputy|managing|executive|political|foreign|special|science|tech(?:nology)?|sports?|health|business|features?|news|investigative|digital|multimedia|freelance|data|national|international|local|city|editorial|opinion|web|online|world|diplomatic|legal|crime|the)[\s-]+)*(?:writers?|reporters?|correspondents?|editors?(?:[- ](?:in[- ]chief|at[- ]large))?|columnists?|contributors?|journalists?|producers?|photographers?|author|analyst|blogger|founder|co-founder|ceo|director|professor|lecturer|fellow|researcher|redakteur(?:in)?|autor(?:in)?|korrespondent(?:in)?|redactor(?:a)?|corresponsal|journaliste|rédact(?:eur|rice)|correspondant(?:e)?|giornalista)\b.{0,60}$/i;

const ends =
  /\s*(?:[|•·●▪∙◦»›\u2022\n\t]|\s[–—-]\s|\s\/\s|\((?:@|\d|about|view|follow|[^)]*@)|\b(?:published|posted|updated|last updated|modified|created|filed|first published|veröffentlicht|aktualisiert|am|publié|mis à jour|publicado|actualizado|pubblicato|gepubliceerd)\b[:\s]|\bon\s+(?=(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d))|\bin\s+(?=\p{Lu})|\bfor\s+(?=the\b|\p{Lu})|,?\s+of the\b|\bat\s+\d|\s(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?\s+\d|\s\d{1,2}[.\s/]|@\w|https?:\/\/|www\.|<|\S+@\S+)/iu;

const between =
  /\s*(?:;|\/|،|、|،|\s(?:and|und|et|y|e|en|og|och|и|ve|dan|with|mit|&|\+|و|اور|और|এবং|ও)\s|,\s*(?:and|&)\s)\s*/iu;

/** Behind a comma, where the writer is from. */
const house =
  /\b(?:news|press|times|post|herald|tribune|gazette|journal|daily|weekly|magazine|media|radio|tv|television|agency|reuters|afp|ap|dpa|bbc|cnn|university|institute|college|school|centre|center|foundation|department|ministry|group|inc|ltd|llc|gmbh|company|bureau|network|desk)\b/i;

/** No names: what themes and programs write where a name would stand. */
const nobody =
  /^(?:admin(?:istrator)?|webmaster|root|user|guest|anonymous|author|unknown|none|null|undefined|share|follow|comments?|read more|view all posts?|more posts?|posts?|editor|by|(?:the )?ends?|[^\p{L}]*)$/iu;

export const longestName = 80;

/** Each name once, in order; none where the line holds none. */
export function namesIn(line: string): string[] {
  let rest = oneLine(line);
  if (/^(?:https?:)?\/\/\S+$/i.test(rest)) return [];
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replace(/^[\s\p{P}\p{S}]+(?=\p{L})/u, '').replace(leads, '');
  }
  const cut = ends.exec(rest);
  if (cut && cut.index > 0) rest = rest.slice(0, cut.index);
  const names: string[] = [];
  for (const part of rest.split(between)) {
    const pieces = part.split(/\s*,\s*/);
    for (const [index, piece] of pieces.entries()) {
      if (/^(?:jr|sr|md|phd|ph\.d|ii|iii|iv|esq|mba|ma|mp|msc)\.?$/i.test(piece) && index > 0) continue;
      const name = index > 0 && house.test(piece) ? undefined : cleanName(piece);
      if (name === undefined) {
        if (index > 0) break;
        continue;
      }
      if (!names.some((other) => other.toLowerCase() === name.toLowerCase())) names.push(name);
    }
  }
  return names;
}

/** A name as it is written, or nothing where it is none. */
function cleanName(written: string): string | undefined {
  const name = oneLine(written)
    .replace(leads, '')
    .replace(/\s*\([^)]*\)\s*$/, '')
    .replace(/^[\s\p{P}\p{S}]+(?=[\p{L}\p{N}])|[\s:,;|–—*_/-]+$/gu, '');
  if (!/\p{L}/u.test(name) || name.length > longestName || name.length < 2) return undefined;
  if (isLead(name) || /^\S+\.[a-z]{2,4}$/i.test(name)) return undefined;
  if (roles.test(name) || nobody.test(name) || /[<>{}@]|https?:|www\.|\.(?:com|org|net)\//i.test(name))
    return undefined;
  if (
    visibleDate(name, false) !== undefined ||
    /\d{3}|\s\d/.test(name) ||
    /[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}+/u.test(name)
  )
    return undefined;
  return name.split(' ').length <= 8 ? name : undefined;
}

/** Whether the line begins as bylines do: "By", "Von", "Written by:". */
export const startsAsByline = (line: string): boolean =>
  leads.test(`${oneLine(line)} `.replace(/ $/, '')) && oneLine(line).length <= 160;

/** "By" alone in its line, with the name in the next. */
export const isBareLead = (line: string): boolean => isLead(oneLine(line));

const isLead = (words: string): boolean => `${words} x`.replace(leads, '') === 'x';

const nameWords = /^[\p{L}\p{M}.'’\u200c-]+(?:[ \u00a0][\p{L}\p{M}.'’\u200c-]+){0,5}$/u;

/** Whether a line could be a name and nothing else. */
export const looksLikeName = (line: string): boolean =>
  nameWords.test(line) && line.length <= 50 && cleanName(line) !== undefined;

/** Of two to five words that all begin with a capital, where the script has them: "M A Hossain". */
export const looksLikePerson = (line: string): boolean =>
  looksLikeName(line) &&
  /^(?:(?:de|da|del|della|van|von|der|den|bin|ibn|al|el|la|le|di|dos|das|e|y)\s|(?!\p{Ll})\S+(?:\s|$)){2,5}$/u.test(
    line,
  );
