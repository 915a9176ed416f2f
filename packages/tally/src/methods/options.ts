import { assertNever, err, ok, type Result } from '@comitium/basics';
import { type Amount, parseAmount } from '../exact/amount.ts';
import { compareRational } from '../exact/rational.ts';
import type { CountProblem } from './count-problem.ts';

/** One option of a method, described well enough to draw a form, print a help text, and check a value. */
export type OptionDescription = OneOf | Flag | Whole | Exact;

interface Described {
  /** One English sentence: what it changes. */
  readonly about: string;
}

export interface OneOf extends Described {
  readonly kind: 'one-of';
  readonly values: readonly string[];
  readonly default: string;
}

export interface Flag extends Described {
  readonly kind: 'flag';
  readonly default: boolean;
}

/** A whole number; null where the default is null and nothing is given. */
export interface Whole extends Described {
  readonly kind: 'whole';
  readonly min: number;
  readonly max: number;
  readonly default: number | null;
}

/** An exact number as text: `0.5`, `1/3`. */
export interface Exact extends Described {
  readonly kind: 'exact';
  readonly min: Amount;
  readonly max: Amount;
  readonly default: Amount;
}

export type OptionDescriptions = Readonly<Record<string, OptionDescription>>;
export type OptionValue = string | number | boolean | null;
export type OptionValues = Readonly<Record<string, OptionValue>>;

/** The values of described options: `one-of` as the union of its values. Describe with `as const satisfies OptionDescriptions`. */
export type OptionsOf<D extends OptionDescriptions> = { readonly [K in keyof D]: ValueOf<D[K]> };

type ValueOf<D extends OptionDescription> = D extends OneOf
  ? D['values'][number]
  : D extends Flag
    ? boolean
    : D extends Whole
      ? D['default'] extends number
        ? number
        : number | null
      : string;

/** Checks given values, as from a form, JSON or a command line (where all are text), and fills in the defaults. */
export const readOptions = (
  descriptions: OptionDescriptions,
  given: Readonly<Record<string, unknown>>,
): Result<OptionValues, CountProblem[]> => {
  const problems: CountProblem[] = [];
  for (const name of Object.keys(given).filter((key) => !Object.hasOwn(descriptions, key)))
    problems.push({
      code: 'unknown_option',
      field: name,
      message: `There is no option ${name}; there are ${Object.keys(descriptions).join(', ') || 'none'}.`,
    });
  const values = Object.entries(descriptions).map(([name, description]): [string, OptionValue] => {
    const value = given[name];
    if (value === undefined) return [name, description.default];
    const read = readValue(description, value);
    if (read === undefined)
      problems.push({
        code: 'option_invalid',
        field: name,
        message: `${name} must be ${expected(description)}.`,
      });
    return [name, read ?? null];
  });
  return problems.length > 0 ? err(problems) : ok(Object.fromEntries(values));
};

const readValue = (description: OptionDescription, value: unknown): OptionValue | undefined => {
  switch (description.kind) {
    case 'one-of':
      return description.values.find((allowed) => allowed === value);
    case 'flag':
      if (value === true || value === 'true') return true;
      return value === false || value === 'false' ? false : undefined;
    case 'whole': {
      if (value === null && description.default === null) return null;
      const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
      const fits = typeof number === 'number' && Number.isSafeInteger(number);
      return fits && number >= description.min && number <= description.max ? number : undefined;
    }
    case 'exact':
      return readExact(description, value);
    default:
      return assertNever(description);
  }
};

const readExact = ({ min, max }: Exact, value: unknown): Amount | undefined => {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') return undefined;
  const [number, least, most] = [parseAmount(text), parseAmount(min), parseAmount(max)];
  if (number === null || least === null || most === null) return undefined;
  return compareRational(number, least) >= 0 && compareRational(number, most) <= 0 ? text : undefined;
};

const expected = (description: OptionDescription): string => {
  switch (description.kind) {
    case 'one-of':
      return `one of ${description.values.join(', ')}`;
    case 'flag':
      return 'true or false';
    case 'whole':
      return `a whole number from ${description.min} to ${description.max}`;
    case 'exact':
      return `an exact number from ${description.min} to ${description.max}, such as 0.5 or 1/3`;
    default:
      return assertNever(description);
  }
};
