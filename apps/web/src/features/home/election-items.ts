/** An entry of the `elections` topic. */
export interface ElectionItem {
  readonly code: string;
  readonly name: string;
  readonly state: string;
  readonly pollingDate: string;
  readonly simulated: boolean;
  readonly stationsReported: number;
  readonly stations: number;
  readonly raceCode?: string;
}

export interface ElectionsState {
  readonly items: Readonly<Record<string, ElectionItem>>;
}

const liveStates = ['counting', 'reopened', 'open'];

const rank = (item: ElectionItem): number => {
  const place = liveStates.indexOf(item.state);
  return place === -1 ? liveStates.length : place;
};

/** Those being counted first, then those being voted on, then the newest. */
export const inOrder = (items: readonly ElectionItem[]): ElectionItem[] =>
  [...items].sort(
    (a, b) => rank(a) - rank(b) || b.pollingDate.localeCompare(a.pollingDate) || a.name.localeCompare(b.name),
  );

export const isLive = (item: ElectionItem): boolean => item.state === 'counting' || item.state === 'reopened';
