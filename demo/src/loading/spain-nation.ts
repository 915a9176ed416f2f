import { ok, type Result } from '@comitium/basics';
import {
  boundaryLevels,
  defaultDataFolder,
  readSpain,
  readSpainBoundaries,
  type SpainElection,
  type SpainImportError,
  type SpainYear,
  spainLevels,
} from '../spain/index.ts';
import type { Nation, NationBoundaries, NationElection } from './nation.ts';
import { planSpainNight } from './plan-spain-night.ts';

const dates = {
  2019: { pollingDate: '2019-11-10', pollsCloseAt: '2019-11-10T19:00:00Z' },
  2023: { pollingDate: '2023-07-23', pollsCloseAt: '2023-07-23T18:00:00Z' },
} as const satisfies Record<SpainYear, unknown>;

const notes = [
  'All figures are those published by the Ministerio del Interior, polling station by polling station.',
  'Stations of the province of Toledo differ from its certified totals in seven figures, as published.',
  'Four stations of 2023 report more ballots than voters on their register, as published.',
  'Seats by province of 2019 are written down from what was allotted; the population they follow from is not in the data.',
  'Voters abroad (CERA) stand as one municipality in each province.',
  'Sumar is not compared with Unidas Podemos, nor UPN with Navarra Suma: they were other alliances.',
] as const;

/** Spain 2023 with the election of 2019 before it, from the files of the data folder; about two seconds. */
export const spainNation = async (
  dataFolder: string = defaultDataFolder,
): Promise<Result<Nation, SpainImportError>> => {
  const before = await readSpain(dataFolder, 2019);
  if (!before.ok) return before;
  const spain = await readSpain(dataFolder, 2023);
  if (!spain.ok) return spain;
  const election = toElection(spain.value);
  return ok({
    ...{ code: 'es', name: 'España', notes },
    registers: [before.value, spain.value].map(({ code, year, areas }) => ({
      ...{ code, name: `España ${year}`, levels: spainLevels, simulated: false, areas },
    })),
    election: { ...election, body: { ...election.body, previous: before.value.code } },
    previous: [toElection(before.value)],
    boundaries: [...(await listBoundaries(before.value)), ...(await listBoundaries(spain.value))],
    correspondents: spain.value.ballots.contests.map(({ area, name }) => ({ area, name: name ?? area })),
    night: (options) => planSpainNight(spain.value, options),
  });
};

const toElection = ({ year, code, ballots, stations, sheets }: SpainElection): NationElection => ({
  body: {
    ...{ code, name: `Elecciones generales ${year}`, kind: 'parliamentary', register: code },
    ...dates[year],
    simulated: false,
    // Certified figures: what a check would hold for a person to look at has been looked at.
    settings: { severities: { cast_exceeds_registered: 'warning', all_zero: 'warning' } },
  },
  ballots,
  sheetCount: stations.size,
  sheets,
});

const listBoundaries = ({ code, areas, names }: SpainElection): Promise<NationBoundaries[]> =>
  Promise.all(
    boundaryLevels.map(async (level) => ({
      ...{ register: code, level, key: 'code' as const },
      ...(await readSpainBoundaries(level, areas, names)),
      attribution: 'es-atlas; Instituto Geográfico Nacional (CC BY 4.0)',
    })),
  );
