/** Words for share images, from life and from the edge of it. */
import type { ShareWords } from '../../../src/press/share/share-image.ts';

const plain = { overline: 'Words', byline: 'By M A Hossain', publication: 'The Harbour Post', language: 'en-GB' };
const urdu = { overline: 'رسمِ خط', byline: 'از اردو ڈیسک', publication: 'روزنامہ بندرگاہ', language: 'ur' };

export const samples: Record<string, ShareWords> = {
  'one word': { ...plain, headline: 'Ice' },
  'a short headline': { ...plain, headline: 'How to publish' },
  'a usual headline': { ...plain, headline: 'A hill in Pyongyang, and the case for an old alliance' },
  '300 letters': {
    ...plain,
    headline:
      'The harbour’s last pilot retires after forty-one winters, and the town that never learned his name now wonders who will bring the ships in when the fog stands on the bar, the buoys drag at their chains and the old charts, drawn when the river ran east of the church, say nothing at all of the sand there',
    byline:
      'By Ana María Fernández-Quiñones, Bartholomew Featherstonehaugh, Oluwaseun Adébáyọ̀ and Nguyễn Thị Minh Khai',
  },
  '300 wide letters': { ...plain, headline: 'MAMMOTH WOMBAT '.repeat(20).trim(), byline: 'W'.repeat(200) },
  'a name that is too long': {
    ...plain,
    headline: 'Names',
    publication: 'The Gazette of Long Names '.repeat(7).trim(),
  },
  'a word that is too long': {
    ...plain,
    headline: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamte',
    language: 'de',
  },
  'Urdu, short': { ...urdu, headline: 'اسکرین پر نستعلیق', byline: 'By Urdu desk', publication: 'Broadsheet' },
  'Urdu, usual': { ...urdu, headline: 'آپ کا لکھا آپ ہی کے پاس رہتا ہے' },
  'Urdu, 300 letters': {
    ...urdu,
    headline:
      'بندرگاہ کا آخری ناخدا اکتالیس سردیوں کے بعد رخصت ہوا، اور وہ شہر جس نے کبھی اس کا نام نہ جانا اب سوچتا ہے کہ جب دھند کنارے پر ٹھہر جائے، لنگر اپنی زنجیریں کھینچیں اور پرانے نقشے، جو اس وقت بنے تھے جب دریا گرجے کے مشرق میں بہتا تھا، ریت کے بارے میں کچھ نہ کہیں تو جہازوں کو اندر کون لائے گا',
    byline: 'از محمد احمد خان، فاطمہ بی بی، عائشہ صدیقہ اور عبد الرحمٰن چغتائی',
  },
  'Urdu with Latin': { ...urdu, headline: '۱۹۸۱ء میں Noori Nastaliq (نوری نستعلیق) نے 1945 کے بعد سب کچھ بدل دیا' },
  'a kaf at the edge': { ...urdu, headline: 'کھ کھ کھ' },
  'many scripts': {
    ...plain,
    headline: 'In Lahore the word for book is کتاب, a Greek would say βιβλίο and in Moscow книга',
    byline: 'By Юрий Гагарин and فاطمہ بی بی',
  },
  Vietnamese: { ...plain, headline: 'Người đưa đò cuối cùng rời bến sau bốn mươi mốt mùa đông', language: 'vi' },
};

/** Headlines that are set with every word, and every word whole. */
export const wholeWords = Object.keys(samples).filter(
  (name) => name !== 'a word that is too long' && name !== '300 wide letters',
);

export const usual: ShareWords = { ...plain, headline: 'A hill in Pyongyang, and the case for an old alliance' };
