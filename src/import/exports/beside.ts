/** Texts of an export that stand in files of their own, beside the file that lists them. */
import { Refusal, type Source } from '../format.ts';

/** The text of the file beside `source`, marked as read; undefined where no file can be read. */
export async function textBeside(source: Source, path: string): Promise<string | undefined> {
  try {
    const neighbour = await source.neighbour(path);
    if (neighbour) source.takes(path);
    return await neighbour?.whole();
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
