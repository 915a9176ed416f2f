import { useMemo } from 'react';
import type { MapView } from '../../data/results/map-view.ts';
import { useShownScheme } from '../color-scheme/use-color-scheme.ts';
import { adjustPartyColor } from './adjust-party-color.ts';
import { needPattern } from './confusable-colors.ts';

export interface Party {
  readonly code: string;
  readonly name: string;
  /** What the small places show: the party where there is one. */
  readonly shortName: string;
  readonly color: string;
  /** Whether a pattern tells it from a colour that some readers would take it for. */
  readonly patterned: boolean;
}

export type PartyOf = (code: string) => Party;

const unknown = '#808080';

const shortNameOf = (name: string, party: string | null): string => party ?? name.split(' ').at(-1) ?? name;

/** Choice or party code → how it is named and coloured here and now. */
export const usePartyColors = (view: Pick<MapView, 'leaders' | 'seats' | 'children'>): PartyOf => {
  const scheme = useShownScheme();
  // Only names and colours matter here, and those hardly ever change while votes arrive.
  const signature = JSON.stringify([
    view.leaders.map((leader) => [leader.choice, leader.name, leader.party ?? null, leader.color]),
    view.seats.map((seat) => [seat.party, seat.name, seat.color]),
    view.leaders
      .slice(0, 2)
      .map((leader) => leader.choice)
      .sort(),
    [...new Set(view.children.flatMap((area) => area.leaders))].sort(),
  ]);
  return useMemo(() => {
    const [leaders, seats, front, ahead] = JSON.parse(signature) as [
      [string, string, string | null, string][],
      string[][],
      string[],
      string[],
    ];
    // The two in front stay plain where they can; a pattern goes to the smaller ones.
    const rank = (code: string): number => (front.includes(code) ? 0 : 1);
    const raw = [
      ...leaders.map(([code, name, party, color]) => ({ code, name, party, color })),
      ...seats.map(([code = '', name = '', color = unknown]) => ({ code, name, party: code, color })),
    ].sort((a, b) => rank(a.code) - rank(b.code) || a.code.localeCompare(b.code));
    // Only those who are ahead somewhere meet on a map. One party may stand here twice, as a choice and as a column of seats; it is not confused with itself.
    const byParty = new Map(
      raw
        .filter((entry) => ahead.includes(entry.code))
        .map((entry) => [entry.party ?? entry.code, adjustPartyColor(entry.color, scheme)]),
    );
    const needed = needPattern([...byParty.values()]);
    const patterned = new Map([...byParty.keys()].map((key, index) => [key, needed[index] ?? false]));
    const parties = new Map<string, Party>();
    for (const { code, name, party, color } of raw) {
      const shown = adjustPartyColor(color, scheme);
      if (parties.has(code)) continue;
      const shortName = shortNameOf(name, party);
      parties.set(code, {
        code,
        name,
        shortName,
        color: shown,
        patterned: patterned.get(party ?? code) ?? false,
      });
    }
    // Lists of districts name the party where a race of persons knows only its candidates.
    for (const { party, color } of raw) {
      if (!party || parties.has(party)) continue;
      const named = { code: party, name: party, shortName: party, color: adjustPartyColor(color, scheme) };
      parties.set(party, { ...named, patterned: patterned.get(party) ?? false });
    }
    return (code: string): Party =>
      parties.get(code) ?? {
        code,
        name: code,
        shortName: code,
        color: adjustPartyColor(unknown, scheme),
        patterned: false,
      };
  }, [signature, scheme]);
};
