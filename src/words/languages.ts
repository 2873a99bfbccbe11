/** The words of the interface by the publication's language. Another language is one more file and one more line here. */
import * as english from './en/interface.ts';
import type { Messages } from './messages.ts';
import * as urdu from './ur/interface.ts';

const languages: Record<string, { messages: Messages; module: string }> = {
  en: { messages: english, module: '/src/words/en/interface.ts' },
  ur: { messages: urdu, module: '/src/words/ur/interface.ts' },
};

/** English where the language has no words of its own yet. */
export function interfaceWords(language: string): { messages: Messages; module: string } {
  const primary = language.split('-')[0]?.toLowerCase() ?? '';
  return languages[primary] ?? { messages: english, module: '/src/words/en/interface.ts' };
}
