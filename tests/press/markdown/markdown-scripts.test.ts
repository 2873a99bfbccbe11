// @vitest-environment jsdom
/** Texts of several languages: each part says its language and direction, and no character changes. */
import { describe, expect, it } from 'vitest';
import { compile, compileInline, type CompileOptions } from '../../../src/press/markdown/markdown.ts';

const options = (language: string): CompileOptions => ({
  owner: 'x',
  base: '/',
  language,
  picture: (src) => ({ url: src, width: 1, height: 1 }),
});

describe('a line in one language holds words of another', () => {
  const cases = [
    {
      language: 'en',
      text: 'He said سلام دنیا، ہے to me.',
      html: 'He said <span lang="ur" dir="rtl">سلام دنیا، ہے</span> to me.',
    },
    { language: 'en', text: 'the word کتاب', html: 'the word <span lang="ur" dir="rtl">کتاب</span>' },
    { language: 'en', text: 'the word كتاب', html: 'the word <span lang="ar" dir="rtl">كتاب</span>' },
    {
      language: 'en',
      text: 'the phrase پنجره باز است همه',
      html: 'the phrase <span lang="fa" dir="rtl">پنجره باز است همه</span>',
    },
    { language: 'en', text: 'Sindhi ڄاڻ', html: 'Sindhi <span dir="rtl">ڄاڻ</span>' },
    { language: 'en', text: 'Hebrew שלום.', html: 'Hebrew <span lang="he" dir="rtl">שלום</span>.' },
    {
      language: 'en',
      text: 'in 2025 سال ۲۰۲۵ کے بعد، then',
      html: 'in 2025 <span lang="ur" dir="rtl">سال ۲۰۲۵ کے بعد</span>، then',
    },
    {
      language: 'en',
      text: 'Tokyo (東京) and 東京です',
      html: 'Tokyo (<span lang="zh">東京</span>) and <span lang="ja">東京です</span>',
    },
    { language: 'en', text: 'Korean 한국어', html: 'Korean <span lang="ko">한국어</span>' },
    { language: 'en', text: 'café, Москва, Αθήνα', html: 'café, Москва, Αθήνα' },
    { language: 'ja', text: '東京は英語で Tokyo', html: '東京は英語で Tokyo' },
    { language: 'zh', text: '日语是にほんご', html: '日语是<span lang="ja">にほんご</span>' },
    { language: 'ur', text: 'یہ Windows 11 ہے', html: 'یہ <span dir="ltr">Windows 11</span> ہے' },
    {
      language: 'ur',
      text: 'یہ C++ اور 4G اور Covid-19 ہے',
      html: 'یہ <span dir="ltr">C++</span> اور <span dir="ltr">4G</span> اور <span dir="ltr">Covid-19</span> ہے',
    },
    { language: 'ur', text: 'یہ `npm` ہے', html: 'یہ <code>npm</code> ہے' },
    { language: 'ur', text: 'یہ *New York* ہے', html: 'یہ <em><span dir="ltr">New York</span></em> ہے' },
    { language: 'ur', text: 'بسم اللہ 123', html: 'بسم اللہ 123' },
    { language: 'not a language', text: 'a سلام', html: 'a <span lang="ar" dir="rtl">سلام</span>' },
  ];
  it.each(cases)('$language: $text', ({ language, text, html }) => {
    const found = compileInline(text, options(language)).html.replaceAll('<code dir="ltr">', '<code>');
    expect(found).toBe(html);
  });
});

describe('a block is mostly in another language', () => {
  const urdu = 'یہ اردو ہے';
  const cases = [
    {
      name: 'a paragraph',
      language: 'en',
      block: `${urdu} word`,
      html: `<p lang="ur" dir="rtl">${urdu} <span lang="en" dir="ltr">word</span></p>`,
    },
    {
      name: 'a paragraph of English in Urdu',
      language: 'ur',
      block: 'English words, یہ',
      html: '<p lang="en" dir="ltr">English words, <span lang="ur" dir="rtl">یہ</span></p>',
    },
    {
      name: 'a paragraph whose letters could be any language',
      language: 'ur',
      block: 'Größe und Übermaß',
      html: '<p dir="ltr">Größe und Übermaß</p>',
    },
    {
      name: 'a heading',
      language: 'en',
      block: `## ${urdu}`,
      html: `<h2 id="h-یہ-اردو-ہے" lang="ur" dir="rtl">${urdu}</h2>`,
    },
    {
      name: 'a quote with a list',
      language: 'en',
      block: `> - ${urdu}`,
      html: `<blockquote lang="ur" dir="rtl">\n<ul>\n<li>${urdu}</li>\n</ul>\n</blockquote>`,
    },
    {
      name: 'one item of a list',
      language: 'en',
      block: `- ${urdu}\n- some English words`,
      html: `<ul>\n<li lang="ur" dir="rtl">${urdu}</li>\n<li>some English words</li>\n</ul>`,
    },
    {
      name: 'code that is longer than the words around it',
      language: 'ur',
      block: '`authors/editors.json` میں نام لکھیے۔',
      html: `<p><code dir="ltr">authors/editors.json</code> میں نام لکھیے۔</p>`,
    },
    {
      name: 'code in a paragraph of Urdu',
      language: 'en',
      block: `${urdu} \`npm\``,
      html: `<p lang="ur" dir="rtl">${urdu} <code dir="ltr">npm</code></p>`,
    },
    {
      name: 'as many letters of each',
      language: 'en',
      block: 'ab اب',
      html: '<p>ab <span lang="ar" dir="rtl">اب</span></p>',
    },
    {
      name: 'a caption',
      language: 'en',
      block: `![a](/images/x.jpg "${urdu}")`,
      html: `<figure lang="ur" dir="rtl"><a class="look" href="/images/x.jpg"><img src="/images/x.jpg" width="1" height="1" alt="a" loading="lazy" decoding="async"></a><figcaption>${urdu}</figcaption></figure>`,
    },
  ];
  it.each(cases)('$name', ({ language, block, html }) =>
    expect(compile([block], options(language)).html.trimEnd()).toBe(html),
  );

  it('a cell of a table', () => {
    const { html } = compile([`| Word | Meaning in English |\n|-|-|\n| ${urdu} | it is Urdu |`], options('en'));
    expect(html).toContain(`<td lang="ur" dir="rtl">${urdu}</td>\n<td>it is Urdu</td>`);
  });

  it('a footnote', () => {
    const { html } = compile(['A word[^1] and English words after it', `[^1]: ${urdu}`], options('en'));
    expect(html).toContain(`<li id="fn-x-1" lang="ur" dir="rtl"><p>${urdu}`);
  });
});

describe('the characters stay as they are', () => {
  const texts = [
    'a سلام، b ۱۲۳ c 東京 です 한 4G C++ (سلام)',
    'یہ (Windows 11)، ہے! Größe 5 GB',
    '¿ü? שלום ab\u200cc ش\u064eعر',
    '🧕🏽 سلام 🧕🏽 a',
  ];
  it.each(texts)('%s', (text) => {
    for (const language of ['en', 'ur', 'he', 'ja', 'ko', 'zh']) {
      const element = document.createElement('div');
      element.innerHTML = compile([text], options(language)).html;
      expect(element.textContent).toBe(`${text}\n`);
    }
  });
});
