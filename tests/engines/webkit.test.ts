/** The whole walk in WebKit. */
import { walkThrough } from './whole-walk.ts';

walkThrough('WebKit');
