/** A window as Playwright and Puppeteer both have it: what they call by other names is given. */
import { type Size, wayFrom, type Window } from './driver.ts';

/** What the pages of both can do. */
type ScriptedPage = {
  goto(address: string): Promise<unknown>;
  reload(): Promise<unknown>;
  evaluate(script: string): Promise<unknown>;
  mouse: {
    move(x: number, y: number): Promise<void>;
    down(): Promise<void>;
    up(): Promise<void>;
    click(x: number, y: number): Promise<void>;
  };
  keyboard: { type(text: string): Promise<void> };
};

type Own = {
  /** Listens to the console and to what nobody caught. */
  listen: (
    toConsole: (message: { type(): string; text(): string }) => void,
    toUncaught: (error: unknown) => void,
  ) => void;
  press: (pressed: string) => Promise<void>;
  resize: (size: Size) => Promise<void>;
};

export function windowOf(page: ScriptedPage, { listen, press, resize }: Own): Window {
  const errors: string[] = [];
  listen(
    (message) => {
      if (message.type() === 'error') errors.push(message.text());
    },
    (error) => errors.push(String(error)),
  );
  return {
    async go(address) {
      await page.goto(address);
    },
    async reload() {
      await page.reload();
    },
    async back() {
      await page.evaluate('history.back()');
    },
    run: (task, ...values) =>
      page.evaluate(`(${String(task)})(...${JSON.stringify(values)})`) as Promise<Awaited<ReturnType<typeof task>>>,
    hover: ({ x, y }) => page.mouse.move(x, y),
    click: ({ x, y }) => page.mouse.click(x, y),
    async drag(from, to) {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      for (const { x, y } of wayFrom(from, to)) await page.mouse.move(x, y);
      await page.mouse.up();
    },
    press,
    type: (text) => page.keyboard.type(text),
    resize,
    errors: () => errors,
  };
}
