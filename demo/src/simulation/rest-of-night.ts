import type { SheetBody } from '@comitium/contract';
import type { Nation, NationEvent } from '../loading/index.ts';

/**
 * What a server has of a night: by `subjectOf` the sheets that came, true where somebody has dealt with them since, so that a
 * planned correction is done or not wanted any more.
 */
export type ArrivedSheets = ReadonlyMap<string, boolean>;

export interface RestOfNight {
  /** Events that have not arrived; 0 says that the night is over. */
  readonly left: number;
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
export const restOfNight = async (nation: Nation, arrived: ArrivedSheets): Promise<RestOfNight> => {
  let left = 0;
  let firstAtMs = 0;
  let looked = 0;
  const uncorrected = new Set<string>();
  for (const event of nation.night({ minutes: planMinutes })) {
    looked += 1;
    if (looked % eventsPerTurn === 0) await new Promise((turn) => setImmediate(turn));
    const subject = subjectOf(event);
    if (hasArrived(event, arrived.get(subject))) continue;
    if (left === 0) firstAtMs = event.atMs;
    if (arrived.has(subject)) uncorrected.add(subject);
    left += 1;
  }
  const passed = firstAtMs / (planMinutes * 60_000);
  return {
    left,
    night: function* night(options) {
      const startMs = Math.floor(passed * options.minutes * 60_000);
      for (const event of nation.night(options)) {
        const subject = subjectOf(event);
        const isFirst = event.kind === 'submit' || event.kind === 'held';
        const wanted = !hasArrived(event, arrived.get(subject)) || (isFirst && uncorrected.has(subject));
        if (wanted) yield { ...event, atMs: Math.max(0, event.atMs - startMs) };
      }
    },
  };
};

/** `dealtWith` is undefined where nothing of the sheet came. */
const hasArrived = ({ kind }: NationEvent, dealtWith: boolean | undefined): boolean =>
  dealtWith !== undefined && (kind !== 'correct' || dealtWith);
