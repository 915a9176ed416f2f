import type { BatchLine, SheetBody } from '@comitium/contract';
import { type DemoNation, type DemoSheet, planNight } from '../ghana/index.ts';
import { ghanaBallots } from './ghana-ballots.ts';
import { constituenciesByStation, ghanaRegisters } from './ghana-registers.ts';
import type { Nation, NationBoundaries, NationElection, NationEvent, NationNightOptions } from './nation.ts';

const toBody = ({ station, race, votes, rejected, cast, registered }: DemoSheet): SheetBody => ({
  ...{ station, contest: race, votes, rejected, cast, registered },
});

const toLine = (election: string, sheet: DemoSheet): BatchLine => ({
  key: `${election}:${sheet.station}:${sheet.race}`,
  ...toBody(sheet),
  source: 'import',
});

/** Ghana as the server takes it; shapes, where there are any, come from `readGhanaBoundaries`. */
export const asNation = (ghana: DemoNation, boundaries: readonly NationBoundaries[] = []): Nation => ({
  code: 'gh',
  name: 'Ghana',
  registers: ghanaRegisters(ghana),
  election: election2024(ghana),
  previous: [election2020(ghana)],
  boundaries,
  correspondents: ghana.areas
    .filter(({ level }) => level === 2)
    .map(({ code, name }) => ({ area: code, name })),
  notes: ghana.notes,
  night: (options) => planGhanaNight(ghana, options),
});

const election2020 = ({ parties, previous }: DemoNation): NationElection => ({
  body: {
    ...{ code: 'gh-2020', name: 'Ghana 2020', kind: 'presidential', register: 'gh-2020' },
    ...{ pollingDate: '2020-12-07', pollsCloseAt: '2020-12-07T17:00:00Z', simulated: true },
  },
  ballots: ghanaBallots(parties, previous.contests, previous.areas),
  sheetCount: previous.sheets.length,
  *sheets() {
    for (const sheet of previous.sheets) yield toLine('gh-2020', sheet);
  },
});

const election2024 = (ghana: DemoNation): NationElection => ({
  body: {
    ...{ code: 'gh-2024', name: 'Ghana 2024', kind: 'general', register: 'gh-2024', previous: 'gh-2020' },
    ...{ pollingDate: '2024-12-07', pollsCloseAt: '2024-12-07T17:00:00Z', simulated: true },
  },
  ballots: ghanaBallots(ghana.parties, ghana.contests, ghana.areas),
  sheetCount: 2 * ghana.stations.length,
  *sheets() {
    for (const race of ['presidential', 'parliamentary'] as const)
      for (const sheet of ghana.sheets(race)) yield toLine('gh-2024', sheet);
  },
});

function* planGhanaNight(ghana: DemoNation, options: NationNightOptions): Generator<NationEvent> {
  const districts = constituenciesByStation(ghana.areas);
  const { minutes, seed = ghana.seed } = options;
  for (const { atMs, kind, station, key, sheet, reason } of planNight(ghana, { minutes, seed }))
    yield {
      ...{ atMs, kind, key, district: districts.get(station) ?? station, sheet: toBody(sheet) },
      ...(reason === undefined ? {} : { reason }),
    };
}
