import { adjustPartyColor } from './adjust-party-color.ts';
import { needPattern } from './confusable-colors.ts';

export interface Party {
  readonly code: string;
  readonly name: string;
  /** What the small places show: the party where there is one. */
  readonly shortName: string;
  /** The party of a candidate or list as small places print it; null where there is none, or it is the name already. */
  readonly partyName: string | null;
  readonly color: string;
  /** Whether a pattern tells it from a colour that some readers would take it for. */
  readonly patterned: boolean;
}

export interface NamedLine {
  readonly code: string;
  readonly name: string;
  readonly party: string | null;
  readonly color: string;
}

interface Scene {
  readonly scheme: 'light' | 'dark';
  /** Party code → what small places print, where that is not the code. */
  readonly shortNames: Readonly<Record<string, string>>;
  /** Choices, most votes first: the larger stay plain where they can, a pattern goes to the smaller ones. */
  readonly order: readonly string[];
  /** Those who are ahead somewhere: only they meet on a map. */
  readonly ahead: readonly string[];
}

const byRank = (order: readonly string[]) => {
  const rank = ({ code }: NamedLine): number => {
    const at = order.indexOf(code);
    return at < 0 ? order.length : at;
  };
  return (a: NamedLine, b: NamedLine): number => rank(a) - rank(b) || a.code.localeCompare(b.code);
};

/** One party may stand here twice, as a choice and as a column of seats; it is not confused with itself. */
const patternedParties = (lines: readonly NamedLine[], { scheme, ahead }: Scene): ReadonlySet<string> => {
  const colors = new Map(
    lines
      .filter((line) => ahead.includes(line.code))
      .map((line) => [line.party ?? line.code, adjustPartyColor(line.color, scheme)]),
  );
  const needed = needPattern([...colors.values()]);
  return new Set([...colors.keys()].filter((_, index) => needed[index]));
};

/** Choice and party codes → how they are named and coloured. */
export const nameParties = (unordered: readonly NamedLine[], scene: Scene): ReadonlyMap<string, Party> => {
  const lines = [...unordered].sort(byRank(scene.order));
  const patterned = patternedParties(lines, scene);
  const shortOf = (party: string): string => scene.shortNames[party] ?? party;
  const parties = new Map<string, Party>();
  for (const { code, name, party, color } of lines) {
    if (parties.has(code)) continue;
    const short = party === null ? null : shortOf(party);
    parties.set(code, {
      code,
      name,
      shortName: short ?? name.split(' ').at(-1) ?? name,
      partyName: short === name ? null : short,
      color: adjustPartyColor(color, scene.scheme),
      patterned: patterned.has(party ?? code),
    });
  }
  // Lists of districts name the party where a race of persons knows only its candidates.
  for (const { party, color } of lines) {
    if (party === null || parties.has(party)) continue;
    const name = shortOf(party);
    const shown = { name, shortName: name, partyName: null, color: adjustPartyColor(color, scene.scheme) };
    parties.set(party, { code: party, ...shown, patterned: patterned.has(party) });
  }
  return parties;
};
