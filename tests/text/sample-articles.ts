/** Articles to be edited: English and Urdu, with repeated and much alike paragraphs, a table, footnotes and emoji. */
import type { Random } from '../random.ts';

const english = {
  who: `the harbour master|a young clerk|the council|Linus|the ferry pilot|an old weaver|Mrs Okonkwo|the night editor|two fishermen|the café owner|nobody|the choir|a surveyor from Łódź|the baker’s son|our correspondent|the river board`,
  did: `counted|sold|repaired|painted|remembered|described|measured|ignored|carried|defended|studied|praised|abandoned|inherited|opened|photographed`,
  what: `the old chines|three boats|the iron bridge|a ledger of debts|the lighthouse|every window|the tide tables|a naïve drawing|the market square|the company’s promise|half of the warehouse|the signal lamp|a crate of oranges|the north wall`,
  how: `before the rain came|with great care|for the second time that year|without a word|in spite of the storm|as if nothing had happened|while the bells rang|on a Tuesday in March|because the river had risen|at the end of a long winter|for less than it was worth`,
  ends: '.|.|.|.|?|!',
  comma: ', ',
  said: [' — so it was said — ', ', “as one does”, ', ' (or nearly so) ', ', it turned out, '],
  emoji: ' 👩‍🔬🇵🇰 👍🏽',
};

const urdu = {
  who: `بندرگاہ کا ناظم|ایک نوجوان کلرک|شہر کی مجلس|بوڑھا جولاہا|کشتی کا ملاح|رات کا مدیر|دو ماہی گیر|چائے خانے کا مالک|استاد صاحبہ|ہمارا نامہ نگار|دریا کا محکمہ|نانبائی کا بیٹا`,
  did: `نے گنا|نے بیچ دیا|نے درست کیا|کو یاد رہا|نے بیان کیا|نے ناپا|نے نظرانداز کیا|نے اٹھایا|نے سراہا|نے چھوڑ دیا|نے کھولا|نے دیکھا`,
  what: `پرانا پل|تین کشتیاں|قرض کا کھاتا|روشنی کا مینار|ہر کھڑکی|بازار کا چوک|کمپنی کا وعدہ|گودام کا آدھا حصہ|مالٹوں کی پیٹی|شمالی دیوار|پانی کا نقشہ`,
  how: `بارش سے پہلے|بڑی احتیاط سے|اس سال دوسری بار|بغیر کچھ کہے|طوفان کے باوجود|جیسے کچھ ہوا ہی نہ ہو|گھنٹیوں کے شور میں|مارچ کے ایک منگل کو|کیونکہ دریا چڑھ گیا تھا|لمبی سردیوں کے آخر میں`,
  ends: '۔|۔|۔|۔|؟|!',
  comma: '، ',
  said: [' — کہتے ہیں — ', '، ”جیسا ہوتا ہے“، ', ' (یا تقریباً) '],
  emoji: ' 🌊👨‍👩‍👧 🙏🏾',
};

type Parts = typeof english;

export function sampleArticle(language: 'en' | 'ur', random: Random): string[] {
  const parts: Parts = language === 'ur' ? urdu : english;
  const one = (list: string | readonly string[]) => random.one(typeof list === 'string' ? list.split('|') : list);
  const clause = () =>
    language === 'ur'
      ? `${one(parts.who)} ${one(parts.how)} ${one(parts.what)} ${one(parts.did)}`
      : `${one(parts.who)} ${one(parts.did)} ${one(parts.what)} ${one(parts.how)}`;
  const sentence = () => {
    const more = random.fraction() < 0.5 ? (random.fraction() < 0.4 ? one(parts.said) : parts.comma) + clause() : '';
    const text = clause() + more + one(parts.ends) + (random.fraction() < 0.12 ? parts.emoji : '');
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  const sentences = (count: number) => Array.from({ length: count }, sentence).join(' ');
  const paragraph = () => sentences(1 + random.whole(5));
  const refrain = sentences(1);
  const report = sentences(2);
  const alike = (year: number) => `${year}: ${report} ${random.whole(900)}. ${one(parts.who)}.`;
  const blocks: string[] = [];
  for (let section = 0; section < 3; section += 1) {
    blocks.push(clause(), ...Array.from({ length: 4 + random.whole(4) }, paragraph), refrain, alike(2019 + section));
  }
  const cells = Array.from({ length: 6 }, () => `${one(parts.what)}\n${random.whole(40)}`).join('\n');
  const notes = Array.from({ length: 4 }, sentence).join('\n');
  blocks.splice(9, 0, cells);
  return [...blocks, paragraph(), notes];
}
