import type { ContestBody, FieldError } from '@comitium/contract';
import { checkText } from './check-text.ts';

/** The lines of one ballot: each code once, known parties, readable names. */
export const checkChoices = (
  path: string,
  choices: ContestBody['choices'],
  parties: ReadonlySet<string>,
): FieldError[] => {
  const seen = new Set<string>();
  return choices.flatMap(({ code, name, party }, place): FieldError[] => {
    const at = `${path}/${place}`;
    const errors = checkText(`${at}/name`, name);
    if (seen.has(code)) {
      errors.push({
        path: `${at}/code`,
        code: 'duplicate_code',
        message: `${code} stands twice on the ballot.`,
      });
    }
    seen.add(code);
    if (typeof party === 'string' && !parties.has(party)) {
      errors.push({ path: `${at}/party`, code: 'party_not_found', message: `There is no party ${party}.` });
    }
    return errors;
  });
};
