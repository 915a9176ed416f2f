// How PostgreSQL's values become JavaScript's where pg's own choice would cost us: bigint as number, or not at all.
import pg from 'pg';

const safeInteger = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} does not fit a JavaScript number`);
  return value;
};

type Nested = string | null | Nested[];
type NestedNumber = number | null | NestedNumber[];

const safeIntegers = (value: Nested): NestedNumber =>
  Array.isArray(value) ? value.map(safeIntegers) : value === null ? null : safeInteger(value);

// pg's list of types leaves arrays out.
const bigintArrayOid = 1016 as typeof pg.types.builtins.INT8;
const parseStrings = pg.types.getTypeParser(bigintArrayOid) as (text: string) => Nested;

export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    if (format !== 'binary' && oid === pg.types.builtins.INT8) return safeInteger;
    if (format !== 'binary' && oid === bigintArrayOid)
      return (text: string) => safeIntegers(parseStrings(text));
    return pg.types.getTypeParser(oid, format);
  },
};
