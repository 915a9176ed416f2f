import type { Check } from '../check.ts';
import type { SheetInput } from '../check-context.ts';

/**
 * How far a device's clock may be ahead before anybody is told. A telephone that takes its time from the network is right to
 * the second, one that was set by hand to a few minutes: nobody need hear of that. Whoever chose a wrong time zone or day is
 * at least a quarter of an hour off, because no two zones lie closer.
 */
const toleranceMs = 10 * 60_000;

export const capturedInFuture: Check<SheetInput> = {
  id: 'S18',
  code: 'captured_in_future',
  severity: 'warning',
  structural: false,
  find({ context: { capturedAt, receivedAt } }) {
    if (capturedAt === undefined || receivedAt === undefined) return null;
    if (!(capturedAt.getTime() > receivedAt.getTime() + toleranceMs)) return null;
    const values = { capturedAt: capturedAt.toISOString(), receivedAt: receivedAt.toISOString() };
    return {
      message: `The form was captured at ${values.capturedAt}, but arrived before that, at ${values.receivedAt}. Check date, time and time zone of the device, and when the form was filled in.`,
      fields: ['capturedAt'],
      values,
    };
  },
};
