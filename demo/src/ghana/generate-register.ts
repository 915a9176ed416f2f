import { apportion } from './apportion.ts';
import { type ConstituencyFact, constituencies } from './facts/constituencies.ts';
import { declared2024 } from './facts/declared.ts';
import { regions } from './facts/regions.ts';
import { knownRegisters, stationCounts } from './facts/station-counts.ts';
import { createAreaNames } from './name-areas.ts';
import type { DemoArea } from './nation.ts';
import { createRandom, type Random } from './random.ts';

/** Where a constituency's stations lie in the station columns. */
export interface ConstituencySpan {
  fact: ConstituencyFact;
  /** Place in the list of regions. */
  region: number;
  code: string;
  registered: number;
  firstStation: number;
  stationCount: number;
}

/** The 40,976 stations as columns, in the order of region, constituency, electoral area. */
export interface StationColumns {
  codes: string[];
  registered: Int32Array;
  /** 0…1, an invention that steers leans and the order of reporting. */
  urban: Float64Array;
  /** Place of the station's electoral area in the whole nation. */
  electoralArea: Int32Array;
}

export interface Register {
  /** Parents before children. */
  areas: DemoArea[];
  spans: ConstituencySpan[];
  stations: StationColumns;
}

/** The commission divides stations of more voters; ours keep to it. */
const mostVotersAtStation = 749;

/** Country, 16 regions, 276 constituencies, simulated electoral areas and 40,976 simulated stations. */
export const generateRegister = (seed: number): Register => {
  const spans = planSpans();
  const areas: DemoArea[] = [
    {
      code: 'GH',
      name: 'Ghana',
      level: 0,
      parent: null,
      registered: spans.reduce((sum, c) => sum + c.registered, 0),
    },
  ];
  for (const { code, name, capital, point, registered2024 } of regions)
    areas.push({ code, name, level: 1, parent: 'GH', registered: registered2024, point, capital });
  const count = declared2024.pollingStations;
  const stations: StationColumns = {
    codes: [],
    registered: new Int32Array(count),
    urban: new Float64Array(count),
    electoralArea: new Int32Array(count),
  };
  const draft = { areas, stations, electoralAreas: 0 };
  for (const span of spans) {
    const { name } = span.fact;
    const parent = regions[span.region]!.code;
    const area: DemoArea = { code: span.code, name, level: 2, parent, registered: span.registered };
    areas.push(knownRegisters.has(span.fact.code) ? area : { ...area, registeredEstimated: true });
  }
  for (const span of spans) addStations(draft, span, createRandom(seed, `register ${span.code}`));
  return { areas, spans, stations };
};

/**
 * How many voters and stations each constituency has. Regions keep their declared register; inside, a known register of 2024
 * or else the provisional one of 2020 is the weight. Station counts that are known stay, the rest of the 40,976 go to the
 * others by register.
 */
const planSpans = (): ConstituencySpan[] => {
  const spans: ConstituencySpan[] = [];
  for (const [region, fact] of regions.entries()) {
    const members = constituencies.filter(({ code }) => code.startsWith(fact.letter));
    const fixed = members.map(({ code }) => knownRegisters.get(code) ?? 0);
    const free = apportion({
      total: fact.registered2024 - fixed.reduce((a, b) => a + b, 0),
      weights: members.map(({ code, registered2020 }) =>
        knownRegisters.has(code) ? 0 : (stationCounts.get(code)?.registered ?? registered2020),
      ),
    });
    for (const [i, member] of members.entries()) {
      const registered = free[i]! + fixed[i]!;
      const code = `GH-${member.code}`;
      spans.push({ fact: member, region, code, registered, firstStation: 0, stationCount: 0 });
    }
  }
  countStations(spans);
  return spans;
};

const countStations = (spans: ConstituencySpan[]): void => {
  const known = spans.map(({ fact }) => stationCounts.get(fact.code)?.stations ?? 0);
  const rest = apportion({
    total: declared2024.pollingStations - known.reduce((a, b) => a + b, 0),
    weights: spans.map(({ registered }, i) => (known[i]! > 0 ? 0 : registered)),
  });
  let first = 0;
  for (const [i, span] of spans.entries()) {
    span.firstStation = first;
    span.stationCount = known[i]! + rest[i]!;
    first += span.stationCount;
  }
};

interface RegisterDraft {
  areas: DemoArea[];
  stations: StationColumns;
  electoralAreas: number;
}

const addStations = (draft: RegisterDraft, span: ConstituencySpan, random: Random): void => {
  const { stationCount, firstStation } = span;
  const areaCount = Math.min(40, Math.max(5, Math.round((stationCount / 6.6) * (1 + 0.1 * random.normal()))));
  const sizes = apportion({ total: stationCount, weights: weigh(areaCount, 0.2, random) });
  const registered = apportion({
    total: span.registered,
    weights: weigh(stationCount, 0.32, random),
    caps: new Int32Array(stationCount).fill(mostVotersAtStation),
  });
  const urban = regions[span.region]!.urban + 0.12 * random.normal();
  const names = createAreaNames(span.fact.name, random);
  let station = 0;
  for (let i = 0; i < areaCount; i += 1) {
    const code = `${span.code}-${String(i + 1).padStart(2, '0')}`;
    const area: DemoArea = {
      code,
      name: names.area(i),
      level: 3,
      parent: span.code,
      registered: 0,
      simulated: true,
    };
    draft.areas.push(area);
    const areaUrban = urban + 0.2 * random.normal();
    for (let j = 0; j < sizes[i]!; j += 1, station += 1) {
      const place = firstStation + station;
      const stationCode = `${code}-${String(j + 1).padStart(3, '0')}`;
      const voters = registered[station]!;
      const name = names.station(i, j);
      draft.areas.push({
        code: stationCode,
        name,
        level: 4,
        parent: code,
        registered: voters,
        simulated: true,
      });
      area.registered += voters;
      draft.stations.codes.push(stationCode);
      draft.stations.registered[place] = voters;
      draft.stations.urban[place] = Math.min(1, Math.max(0, areaUrban));
      draft.stations.electoralArea[place] = draft.electoralAreas;
    }
    draft.electoralAreas += 1;
  }
};

/** Sizes around 1, never below a third of it. */
const weigh = (count: number, spread: number, random: Random): Float64Array =>
  Float64Array.from({ length: count }, () => Math.max(0.33, 1 + spread * random.normal()));
