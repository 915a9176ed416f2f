import type { Election } from '@comitium/contract';
import { useMemo } from 'react';
import { leadersOf } from '../../data/results/leaders-of.ts';
import type { MapView } from '../../data/results/map-view.ts';
import { useShownScheme } from '../color-scheme/use-color-scheme.ts';
import { adjustPartyColor } from './adjust-party-color.ts';
import { type NamedLine, nameParties, type Party } from './name-parties.ts';

export type { Party } from './name-parties.ts';
export type PartyOf = (code: string) => Party;

const unknown = '#808080';

type Shown = Pick<MapView, 'leaders' | 'seats' | 'children'>;

const linesOf = ({ leaders, seats }: Shown): NamedLine[] => [
  ...leaders.map(({ choice, name, party, color }) => ({ code: choice, name, party: party ?? null, color })),
  ...seats.map(({ party, name, color }) => ({ code: party, name, party, color })),
];

/** The two in front are told apart from the rest, not from each other: their order may change every second. */
const orderOf = ({ leaders }: Shown): string[] => {
  const order = leaders.map((leader) => leader.choice);
  return [...order.slice(0, 2).sort(), ...order.slice(2)];
};

const aheadIn = ({ children }: Shown): string[] => [
  ...new Set(children.flatMap((area) => [...leadersOf(area), ...Object.keys(area.seats?.parties ?? {})])),
];

/** Choice or party code → how it is named and coloured here and now. */
export const usePartyColors = (view: Shown, { shortNames }: Pick<Election, 'shortNames'>): PartyOf => {
  const scheme = useShownScheme();
  // Only names and colours matter here, and those hardly ever change while votes arrive.
  const signature = JSON.stringify([linesOf(view), orderOf(view), aheadIn(view).sort()]);
  return useMemo(() => {
    const [lines, order, ahead] = JSON.parse(signature) as [NamedLine[], string[], string[]];
    const parties = nameParties(lines, { scheme, shortNames, order, ahead });
    return (code: string): Party => parties.get(code) ?? nobodyKnown(shortNames[code] ?? code, scheme);
  }, [signature, scheme, shortNames]);
};

const nobodyKnown = (code: string, scheme: 'light' | 'dark'): Party => {
  const color = adjustPartyColor(unknown, scheme);
  return { code, name: code, shortName: code, partyName: null, color, patterned: false };
};
