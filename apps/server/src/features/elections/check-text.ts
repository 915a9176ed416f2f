import type { FieldError } from '@comitium/contract';
import { isBidiClosed } from '../territory/index.ts';

const control = /\p{Cc}/u;

/** Text that people read: no control characters, something to see, and nothing that turns the text after it. */
export const checkText = (path: string, text: string | undefined): FieldError[] => {
  if (text === undefined) return [];
  if (text.trim() === '') return [{ path, code: 'empty', message: 'This is empty.' }];
  if (!control.test(text) && text.isWellFormed() && isBidiClosed(text)) return [];
  return [{ path, code: 'invalid_character', message: 'This holds a character that cannot be shown.' }];
};
