/** A film of a page: every frame that the browser has painted, and how bright and how warm it is. */
import type { Page } from 'playwright-core';

export type Frame = { red: number; green: number; blue: number };

/** Films the page while something is done to it; answers the mean colour of each frame, from 0 to 255. */
export async function filmed(page: Page, act: () => Promise<void>): Promise<Frame[]> {
  const session = await page.context().newCDPSession(page);
  const pictures: string[] = [];
  session.on('Page.screencastFrame', ({ data, sessionId }) => {
    pictures.push(data);
    // The browser waits for this before it sends the next.
    session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
  });
  await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
  await act();
  await session.send('Page.stopScreencast');
  const table = await page.context().newPage();
  const frames = await table.evaluate(coloursOf, pictures);
  await table.close();
  return frames;
}

/** In a page: the mean colour of each picture. */
async function coloursOf(pictures: string[]): Promise<Frame[]> {
  const canvas = new OffscreenCanvas(16, 16).getContext('2d', { willReadFrequently: true })!;
  const frames: Frame[] = [];
  for (const picture of pictures) {
    const image = new Image();
    image.src = `data:image/png;base64,${picture}`;
    // oxlint-disable-next-line no-await-in-loop -- one after another
    await image.decode();
    canvas.drawImage(image, 0, 0, 16, 16);
    const { data } = canvas.getImageData(0, 0, 16, 16);
    const mean = (channel: number) => {
      let sum = 0;
      for (let at = channel; at < data.length; at += 4) sum += data[at] ?? 0;
      return sum / (data.length / 4);
    };
    frames.push({ red: mean(0), green: mean(1), blue: mean(2) });
  }
  return frames;
}
