/** How large a picture may be. What is made in sizes may come as the camera wrote it; what goes out as it is may not. */
import type { PictureType } from './picture-types.ts';

const megabyte = 1024 * 1024;

export const mostPixelsASide = 10_000;
export const mostBytesAsItIs = 10 * megabyte;
const mostBytes = 40 * megabyte;

export const limitOf = (type: PictureType): number => (type === 'svg' || type === 'gif' ? mostBytesAsItIs : mostBytes);

/** As a message says it. */
export const inMegabytes = (bytes: number): string =>
  (bytes / megabyte).toLocaleString('en', { maximumFractionDigits: 1 });
