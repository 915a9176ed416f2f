import type { SheetBody } from '@comitium/contract';
import type { Nation, NationEvent } from '../loading/index.ts';

/**
 * What a server has of a night: by `subjectOf` the sheets that came, true where somebody has dealt with them since, so that a
 * planned correction is done or not wanted any more.
 */
export type ArrivedSheets = ReadonlyMap<string, boolean>;

export interface RestOptions {
  /** Keys of messages that were refused for good (`isForGood`): they are given up, and with a sheet its corrections. */
  readonly refused?: ReadonlySet<string> | undefined;
  /** Of the night that is to be played. */
  readonly seed?: number | undefined;
}

export interface RestOfNight {
  /** Events of the whole night. */
  readonly planned: number;
  /** Events that have not arrived and may; 0 says that the night is over. */
  readonly left: number;
  /** Events that have not arrived and never will. */
  readonly givenUp: number;
  /** The night from its first missing event on. */
  readonly night: Nation['night'];
}

/** Which sheet of the nation an event is about. */
export const subjectOf = ({ sheet }: { readonly sheet: Pick<SheetBody, 'station' | 'contest'> }): string =>
  `${sheet.station} ${sheet.contest}`;

const planMinutes = 12 * 60;
const eventsPerTurn = 1000;

/**
 * Leaves out what a server has, so that an interrupted night goes on where it stopped. First sheets whose corrections are
 * still to come stay in: sent once more, their answers say which sheets are to be corrected. Looks through the plan a
 * thousand events at a time, because the server may run in this very process.
 */
export const restOfNight = async (
  nation: Nation,
  arrived: ArrivedSheets,
  { refused = new Set(), seed }: RestOptions = {},
): Promise<RestOfNight> => {
  const counts = { planned: 0, left: 0, givenUp: 0 };
  let firstAtMs = 0;
  const uncorrected = new Set<string>();
  /** Subjects whose first sheets were refused. */
  const lost = new Set<string>();
  const isGivenUp = (event: NationEvent): boolean => refused.has(event.key) || lost.has(subjectOf(event));
  for (const event of nation.night({ minutes: planMinutes, seed })) {
    counts.planned += 1;
    if (counts.planned % eventsPerTurn === 0) await new Promise((turn) => setImmediate(turn));
    const subject = subjectOf(event);
    if (hasArrived(event, arrived.get(subject))) continue;
    if (isFirst(event) && refused.has(event.key)) lost.add(subject);
    if (isGivenUp(event)) {
      counts.givenUp += 1;
      continue;
    }
    if (counts.left === 0) firstAtMs = event.atMs;
    if (arrived.has(subject)) uncorrected.add(subject);
    counts.left += 1;
  }
  const passed = firstAtMs / (planMinutes * 60_000);
  const isWanted = (event: NationEvent): boolean => {
    const subject = subjectOf(event);
    if (hasArrived(event, arrived.get(subject))) return isFirst(event) && uncorrected.has(subject);
    return !isGivenUp(event);
  };
  return {
    ...counts,
    night: function* night(options) {
      const startMs = Math.floor(passed * options.minutes * 60_000);
      for (const event of nation.night(options)) {
        if (isWanted(event)) yield { ...event, atMs: Math.max(0, event.atMs - startMs) };
      }
    },
  };
};

const isFirst = ({ kind }: NationEvent): boolean => kind === 'submit' || kind === 'held';

/** `dealtWith` is undefined where nothing of the sheet came. */
const hasArrived = ({ kind }: NationEvent, dealtWith: boolean | undefined): boolean =>
  dealtWith !== undefined && (kind !== 'correct' || dealtWith);
