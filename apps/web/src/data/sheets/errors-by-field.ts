import type { FieldError } from '@comitium/contract';

/** `/votes/npp` of an error answer, or `votes.npp` of a finding, as the form calls its fields. */
export const fieldOfPath = (path: string): string =>
  path.replace(/^\//, '').replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~');

/** The errors of a refusal beside the fields they are about; those about no field of the form under ''. */
export const errorsByField = (
  errors: readonly FieldError[],
  fields: readonly string[],
): ReadonlyMap<string, readonly string[]> => {
  const map = new Map<string, string[]>();
  for (const { path, message } of errors) {
    const field = fieldOfPath(path);
    const place = fields.includes(field) ? field : '';
    map.set(place, [...(map.get(place) ?? []), message]);
  }
  return map;
};
