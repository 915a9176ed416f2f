import { useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import type { MapView } from '../../data/results/map-view.ts';
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
export const usePartyColors = (view: Pick<MapView, 'leaders' | 'seats'>): PartyOf => {
  const scheme = useComputedColorScheme('light');
  // Only names and colours matter here, and those hardly ever change while votes arrive.
  const signature = JSON.stringify([
    view.leaders.map((leader) => [leader.choice, leader.name, leader.party ?? null, leader.color]),
    view.seats.map((seat) => [seat.party, seat.name, seat.color]),
  ]);
  return useMemo(() => {
    const [leaders, seats] = JSON.parse(signature) as [[string, string, string | null, string][], string[][]];
    const raw = [
      ...leaders.map(([code, name, party, color]) => ({ code, name, party, color })),
      ...seats.map(([code = '', name = '', color = unknown]) => ({ code, name, party: code, color })),
    ].sort((a, b) => a.code.localeCompare(b.code));
    // One party may stand here twice, as a choice and as a column of seats; it is not confused with itself.
    const byParty = new Map(
      raw.map((entry) => [entry.party ?? entry.code, adjustPartyColor(entry.color, scheme)]),
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
