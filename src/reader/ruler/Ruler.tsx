/** Lays the reading ruler on the text of the article for as long as it is there. It adds nothing to the document. */
import { useEffect } from 'react';
import { bodyShown } from '../place/body-shown.ts';
import { layRuler } from './ruler.ts';
import './ruler.css';

export function Ruler() {
  useEffect(() => {
    const body = bodyShown();
    return body ? layRuler(body) : undefined;
  }, []);
  return null;
}
