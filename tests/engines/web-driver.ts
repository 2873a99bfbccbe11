/** A client of the W3C WebDriver protocol, as small as the walks need it: one session, one command after another. */

export type Session = {
  /** The answer of a command, whose path is below that of the session. */
  command: (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<unknown>;
  end: () => Promise<void>;
};

/** Until a driver that was just started answers. */
export async function isReady(driver: string, isRunning: () => boolean): Promise<void> {
  while (isRunning()) {
    const answer = await fetch(`${driver}/status`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
  throw new Error('The driver ended before it was ready.');
}

export async function newSession(driver: string, alwaysMatch: object): Promise<Session> {
  const { sessionId } = (await ask(driver, 'POST', '/session', { capabilities: { alwaysMatch } })) as {
    sessionId: string;
  };
  return {
    command: (method, path, body) => ask(driver, method, `/session/${sessionId}${path}`, body),
    async end() {
      await ask(driver, 'DELETE', `/session/${sessionId}`);
    },
  };
}

async function ask(driver: string, method: string, path: string, body?: object): Promise<unknown> {
  // What is asked of a page that is just being left may never be answered.
  const signal = path.includes('/execute/') ? AbortSignal.timeout(5000) : null;
  const answer = await fetch(driver + path, { method, signal, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await answer.json()) as { value: unknown };
  if (answer.ok) return value;
  const { error, message } = value as { error: string; message: string };
  throw new Error(`${method} ${path.replace(/[\w-]{30,}/, '…')}: ${error}, ${message}`);
}

/** The private signs by which the protocol names keys that write nothing. */
const namedKeys: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Escape: '\uE00C',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};

/** The actions of pressing these keys one after another, while others are held. */
export function keyActions(keys: string[], held: string[] = []): object {
  const value = (key: string) => namedKeys[key] ?? key;
  const down = (key: string) => ({ type: 'keyDown', value: value(key) });
  const up = (key: string) => ({ type: 'keyUp', value: value(key) });
  const actions = [...held.map(down), ...keys.flatMap((key) => [down(key), up(key)]), ...held.map(up)];
  return { actions: [{ type: 'key', id: 'keys', actions }] };
}

/** The actions of pressing the mouse at the first point and letting it go at the last, or only of going there. */
export function mouseActions(points: { x: number; y: number }[], press: 'press' | 'hover' = 'press'): object {
  const [first, ...way] = points.map(({ x, y }) => ({
    type: 'pointerMove',
    duration: 0,
    x: Math.round(x),
    y: Math.round(y),
  }));
  const pressed = [{ type: 'pointerDown', button: 0 }, ...way, { type: 'pointerUp', button: 0 }];
  const actions = [first, ...(press === 'press' ? pressed : [])];
  return { actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }] };
}
