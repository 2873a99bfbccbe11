/** The whole walk in Firefox. */
import { walkThrough } from './whole-walk.ts';

walkThrough('Firefox');
