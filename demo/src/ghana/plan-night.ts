import type { DemoNation } from './generate-ghana.ts';
import type { DemoRace, DemoSheet } from './nation.ts';
import { createRandom, type Random } from './random.ts';
import { miscopyVotes, misreadCast } from './slip-sheet.ts';

/**
 * What arrives at the collecting server. `submit` and `held` are first sheets: one in good form, one whose figures do not add
 * up, so that a person must look. `correct` replaces a wrong first sheet by the final one. `duplicate` repeats a first sheet,
 * same key and same body, as a telephone does after a lost answer.
 */
export type NightEventKind = 'submit' | 'held' | 'correct' | 'duplicate';

export interface NightEvent {
  /** Whole milliseconds after the polls closed. */
  atMs: number;
  kind: NightEventKind;
  station: string;
  race: DemoRace;
  /** Idempotency key of the request. */
  key: string;
  sheet: DemoSheet;
  /** Why the first sheet was wrong; corrections only. */
  reason?: string;
}

export interface NightOptions {
  /** Length of the whole night; every event lies inside it. */
  minutes: number;
  /** Default: the nation's. */
  seed?: number;
  /** Sheets held for a sum that does not add up. Default 20. */
  held?: number;
}

interface Step {
  atMs: number;
  kind: NightEventKind;
  /** Place of the station. */
  station: number;
  race: DemoRace;
  /** What is wrong with the first sheet: nothing, two numbers exchanged in part, or a sum that does not add up. */
  slip: 'none' | 'votes' | 'cast';
}

const correctedShare = 0.003;
const repeatedShare = 0.005;

/** All events in the order of their time. Applied in order, they end in exactly the nation's final sheets. */
export function* planNight(nation: DemoNation, options: NightOptions): Generator<NightEvent> {
  const seed = options.seed ?? nation.seed;
  for (const step of planSteps(nation, { held: 20, ...options, seed }))
    yield describeStep(nation, step, seed);
}

const planSteps = (nation: DemoNation, { minutes, seed, held }: Required<NightOptions>): Step[] => {
  const random = createRandom(seed, 'night');
  const nightMs = minutes * 60_000;
  const firsts: Step[] = [];
  for (const [place, station] of orderStations(nation, random).entries()) {
    const atMs = Math.floor(arrivalTime(place / nation.stations.length) * nightMs);
    // The ballots for president are counted first; the second sheet follows when the second count is done.
    const laterMs = Math.floor(nightMs * (0.004 + 0.03 * random.next()));
    for (const race of ['presidential', 'parliamentary'] as const) {
      const slip = random.next() < correctedShare ? 'votes' : 'none';
      firsts.push({
        atMs: race === 'presidential' ? atMs : atMs + laterMs,
        kind: 'submit',
        station,
        race,
        slip,
      });
    }
  }
  for (let left = Math.min(held, firsts.length); left > 0; ) {
    const step = firsts[random.integer(firsts.length)]!;
    if (step.kind === 'held') continue;
    step.kind = 'held';
    step.slip = 'cast';
    left -= 1;
  }
  return [...firsts, ...followUps(firsts, nightMs, random)].sort((a, b) => a.atMs - b.atMs);
};

/** The correction of every wrong first sheet, and repetitions of some right ones. */
const followUps = (firsts: readonly Step[], nightMs: number, random: Random): Step[] => {
  const steps: Step[] = [];
  for (const first of firsts) {
    const laterMs = 1 + Math.floor(nightMs * 0.05 * random.next());
    if (first.slip !== 'none') steps.push({ ...first, kind: 'correct', atMs: first.atMs + laterMs });
    else if (random.next() < repeatedShare)
      steps.push({ ...first, kind: 'duplicate', atMs: first.atMs + laterMs });
  }
  return steps;
};

/** Small and urban stations first; two in a hundred are late for reasons of their own. */
const orderStations = (nation: DemoNation, random: Random): number[] => {
  const effort = Float64Array.from(nation.stations, (_, station) => {
    const count = nation.sheet(station, 'presidential').cast / 400;
    const road = 1 - nation.urban[station]!;
    return count + road + 0.5 * random.normal() + (random.next() < 0.02 ? 2 : 0);
  });
  return Array.from(effort, (_, station) => station).sort((a, b) => effort[a]! - effort[b]! || a - b);
};

/** When the given share of stations has reported, as a share of the night: a slow start, a rush, a long tail. */
const arrivalTime = (share: number): number => {
  const logit = (q: number): number => Math.log((q + 0.01) / (1.01 - q));
  const linear = (logit(share) - logit(0)) / (logit(1) - logit(0));
  return 0.02 + 0.88 * linear ** 1.15;
};

const describeStep = (
  nation: DemoNation,
  { atMs, kind, station, race, slip }: Step,
  seed: number,
): NightEvent => {
  const final = nation.sheet(station, race);
  const code = final.station;
  const event = { atMs, kind, station: code, race };
  if (kind === 'correct') {
    const reason =
      slip === 'cast' ? 'Ballots cast were misread.' : 'Votes were entered beside the wrong name.';
    return { ...event, key: `${code}:${race}:2`, sheet: final, reason };
  }
  const random = createRandom(seed, `slip ${code} ${race}`);
  const sheet =
    slip === 'votes' ? miscopyVotes(final, random) : slip === 'cast' ? misreadCast(final, random) : final;
  return { ...event, key: `${code}:${race}:1`, sheet };
};
