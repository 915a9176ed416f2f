import type { SpainYear } from './data-files.ts';
import { spainParties } from './facts/parties.ts';
import type { Candidacy } from './read-candidacies.ts';
import { tintOf } from './tint-of.ts';

export interface SpainParty {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly color: string;
}

/** The party of every candidacy, by the candidacy's id; lists of one party share the object. */
export const listParties = (
  candidacies: ReadonlyMap<string, Candidacy>,
  year: SpainYear,
): ReadonlyMap<string, SpainParty> => {
  const known = new Map(
    spainParties.flatMap(({ candidacies: ids, ...party }) =>
      ids[year].map((id) => [String(id).padStart(6, '0'), party] as const),
    ),
  );
  const taken = new Set(spainParties.map(({ code }) => code));
  const colors = new Set(spainParties.map(({ color }) => color));
  const parties = new Map<string, SpainParty>();
  for (const { national } of candidacies.values()) {
    if (parties.has(national)) continue;
    const party = known.get(national) ?? describe(candidacies.get(national), national, { taken, colors });
    parties.set(national, party);
  }
  return new Map(Array.from(candidacies.values(), ({ id, national }) => [id, parties.get(national)!]));
};

interface Taken {
  readonly taken: Set<string>;
  readonly colors: Set<string>;
}

const describe = (candidacy: Candidacy | undefined, id: string, { taken, colors }: Taken): SpainParty => {
  const abbreviation = candidacy?.abbreviation ?? id;
  const plain = codeOf(abbreviation);
  const code = taken.has(plain) ? `${plain}-${Number(id)}` : plain;
  taken.add(code);
  const name = (candidacy?.name ?? id).slice(0, 200);
  return { code, name, shortName: abbreviation.slice(0, 40), color: tintOf(code, colors) };
};

/** `AHORA CANARIAS-PCPC` → `AHORA-CANARIAS-PCPC`: letters without accents, and the signs a code may have. */
const codeOf = (abbreviation: string): string =>
  abbreviation
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9+]+/g, '-')
    .replace(/^[-+]+|-+$/g, '');
