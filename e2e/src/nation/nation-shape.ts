// A made-up nation of four levels in the forms the public API takes: regular, so that every total can be said beforehand.
import type { AreaRow, BallotImportBody, CreateElectionBody } from '@comitium/contract';

export interface NationShape {
  readonly regions: number;
  readonly districtsPerRegion: number;
  readonly stationsPerDistrict: number;
}

export const levels = ['national', 'region', 'district', 'station'] as const;
export const registerCode = 'land-2024';
export const electionCode = 'land-2024';
export const votersPerStation = 600;

const count = (length: number): number[] => Array.from({ length }, (_, at) => at + 1);

/** Codes of all stations; a station's code is its path, such as `L-1-2-4`. */
export const stationCodes = (shape: NationShape): string[] =>
  count(shape.regions).flatMap((region) =>
    count(shape.districtsPerRegion).flatMap((district) =>
      count(shape.stationsPerDistrict).map((station) => `L-${region}-${district}-${station}`),
    ),
  );

/** The codes of an area and of all above it, the nation last. */
export const withAncestors = (code: string): string[] => {
  const parts = code.split('-');
  return parts.map((_, at) => parts.slice(0, parts.length - at).join('-'));
};

const names = ['Nation', 'Region', 'District', 'Station'];

const areaRow = (code: string): AreaRow => {
  const level = code.split('-').length - 1;
  const parent = withAncestors(code)[1] ?? null;
  const name = level === 0 ? 'Land' : `${names[level]} ${code.slice(2)}`;
  return { code, name, parent, level, registered: level === 3 ? votersPerStation : 0 };
};

export const areaRows = (shape: NationShape): AreaRow[] => {
  const codes = new Set(stationCodes(shape).flatMap((code) => withAncestors(code).reverse()));
  return [...codes].map(areaRow);
};

export const electionBody: CreateElectionBody = {
  code: electionCode,
  name: 'Land votes 2024',
  kind: 'general',
  pollingDate: '2024-12-07',
  register: registerCode,
  simulated: true,
};

export const presidentChoices = ['ama', 'kofi', 'esi'] as const;

/** A president for the nation, one of three choices without party, and a seat in every region. */
export const ballots = ({ regions }: NationShape): BallotImportBody => ({
  parties: [
    { code: 'red', name: 'Red Party', shortName: 'Red', color: '#aa0000' },
    { code: 'blue', name: 'Blue Party', shortName: 'Blue', color: '#0033aa' },
  ],
  races: [
    { code: 'president', name: 'President', seatMethod: 'majority' },
    { code: 'parliament', name: 'Parliament', seatMethod: 'plurality' },
  ],
  contests: [
    {
      race: 'president',
      area: 'L',
      choices: [
        { code: 'ama', name: 'Ama Mensah', party: 'red' },
        { code: 'kofi', name: 'Kofi Boateng', party: 'blue' },
        { code: 'esi', name: 'Esi Darko' },
      ],
    },
    ...count(regions).map((region) => ({
      race: 'parliament',
      area: `L-${region}`,
      heldBy: 'red',
      choices: [
        { code: `red-${region}`, name: `Rita Red ${region}`, party: 'red' },
        { code: `blue-${region}`, name: `Bruno Blue ${region}`, party: 'blue' },
      ],
    })),
  ],
});
