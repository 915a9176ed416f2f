import { err, ok, type Result } from '@comitium/basics';
import { ClientMessage } from '@comitium/contract';
import { Compile } from 'typebox/compile';

const validator = Compile(ClientMessage);

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/** What a client said, or that it is none of the contract's messages. */
export const parseClientMessage = (text: string): Result<ClientMessage, 'malformed'> => {
  const message = parseJson(text);
  return validator.Check(message) ? ok(message) : err('malformed');
};
