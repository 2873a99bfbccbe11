/** The whole walk in Chromium. */
import { walkThrough } from './whole-walk.ts';

walkThrough('Chromium');
