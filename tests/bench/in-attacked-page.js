/** Runs inside a page with hostile content, before anything else of it: notices what ran and what could run. */
{
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) {
    window[name] = () => void window.attackRan(name);
  }

  const foreign =
    'script,iframe,frame,object,embed,base,meta,style,math,audio,video,template,marquee,plaintext,xml,foreignObject,animate,set';
  const blockedByReact = /^javascript:throw new Error\('React has blocked/;

  const couldRun = (element) =>
    element.matches(foreign) ||
    [...element.attributes].some(
      ({ name, value }) =>
        name.startsWith('on') ||
        name === 'srcdoc' ||
        (/^(?:href|src|action|formaction|data|xlink:href)$/.test(name) &&
          // No browser runs the address of a picture.
          element.localName !== 'img' &&
          // Browsers ignore these characters in a scheme.
          // oxlint-disable-next-line no-control-regex
          /^javascript:/i.test(value.replace(/[\u0000-\u0020]/g, '')) &&
          !blockedByReact.test(value)),
    );

  window.attacked = {
    isHydrated: () => {
      const last = [...document.querySelectorAll('#root a')].findLast((link) => !link.closest('[data-text]'));
      return last !== undefined && Object.keys(last).some((key) => key.startsWith('__reactProps$'));
    },

    /** Elements of the page that could run something, in short. */
    suspects: () => {
      const inPage = [...document.querySelectorAll('#root *')].filter(couldRun);
      const outside = [...document.querySelectorAll('body > *')].filter(
        ({ id, localName }) => id !== 'root' && localName !== 'script',
      );
      return [...inPage, ...outside].map(({ outerHTML }) => outerHTML.slice(0, 200));
    },

    /** Those that run; data is not script. */
    scripts: () => [...document.scripts].filter(({ type }) => !type.endsWith('json')).length,

    /** Follows a link to another page of the site without loading a document; false where it never came. */
    async go(address) {
      const link = document.querySelector('#root').appendChild(document.createElement('a'));
      link.href = address;
      link.click();
      link.remove();
      const end = performance.now() + 5000;
      const arrived = () => document.querySelector('link[rel="canonical"]')?.href.endsWith(address);
      while (!arrived() && performance.now() < end) {
        await new Promise((resolve) => {
          setTimeout(resolve, 5);
        });
      }
      return arrived();
    },
  };
}
