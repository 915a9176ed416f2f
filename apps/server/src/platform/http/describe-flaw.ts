/** What a validator found; Ajv and TypeBox name keyword and params alike. */
export interface Flaw {
  readonly keyword: string;
  readonly message?: string;
  readonly params: object;
}

const mostValues = 40;

/** In words that say what to do instead: which values there are, and that a member is one too many. */
export const describeFlaw = ({ keyword, message, params }: Flaw): string => {
  const allowed: unknown = Reflect.get(params, 'allowedValues');
  if (keyword === 'enum' && Array.isArray(allowed) && allowed.length <= mostValues) {
    return `must be one of ${allowed.join(', ')}`;
  }
  if (keyword === 'additionalProperties') return 'is not known here';
  return message ?? 'is not valid';
};
