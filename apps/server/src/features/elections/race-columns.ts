import type { ChoiceFacts, Column, PartyFacts } from './election-facts.ts';

export const independentColumn: Column = {
  code: 'independent',
  name: 'Independents',
  party: null,
  color: '#868e96',
};

export const blankColumn: Column = { code: 'blank', name: 'Blank votes', party: null, color: '#ced4da' };

/** Codes that no party may take, because they name columns. */
export const reservedColumnCodes: readonly string[] = [independentColumn.code, blankColumn.code];

/**
 * What a race is counted by above its districts: with one contest its choices; with several the parties that stand
 * anywhere, in their order, then the independents, then the blank votes.
 */
export const columnsOf = (
  ballots: readonly (readonly ChoiceFacts[])[],
  parties: readonly PartyFacts[],
): readonly Column[] => {
  if (ballots.length === 1) {
    return (ballots[0] ?? []).map(({ code, name, party, color }) => ({ code, name, party, color }));
  }
  const standing = new Set<string>();
  let independents = false;
  let blanks = false;
  for (const choice of ballots.flat()) {
    if (choice.blank) blanks = true;
    else if (choice.party === null) independents = true;
    else standing.add(choice.party);
  }
  const columns: Column[] = parties
    .filter(({ code }) => standing.has(code))
    .map(({ code, name, color }) => ({ code, name, party: code, color }));
  if (independents) columns.push(independentColumn);
  if (blanks) columns.push(blankColumn);
  return columns;
};

/** The column of every choice of a ballot; `single` where the race has no other contest. */
export const placeInColumns = (
  ballot: readonly ChoiceFacts[],
  columns: readonly Column[],
  single: boolean,
): Int32Array => {
  if (single) return Int32Array.from(ballot, ({ index }) => index);
  const places = new Map(columns.map(({ code }, place) => [code, place]));
  return Int32Array.from(ballot, (choice) => {
    const code = choice.blank ? blankColumn.code : (choice.party ?? independentColumn.code);
    const place = places.get(code);
    if (place === undefined) throw new Error(`the race has no column for ${code}`);
    return place;
  });
};
