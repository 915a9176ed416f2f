import type { ElectionSettings, FieldError } from '@comitium/contract';
import { checks } from '@comitium/tally';

const known = new Map<string, { readonly structural: boolean }>(checks.map((check) => [check.code, check]));

/** Severities may be set for checks that exist and are a matter of judgement. */
export const checkSettings = ({ severities = {} }: ElectionSettings): FieldError[] =>
  Object.keys(severities).flatMap((code): FieldError[] => {
    const path = `/settings/severities/${code}`;
    const check = known.get(code);
    if (check === undefined) return [{ path, code: 'unknown_check', message: `There is no check ${code}.` }];
    if (!check.structural) return [];
    return [
      { path, code: 'structural_check', message: `${code} is always an error: the sheet is unreadable.` },
    ];
  });
