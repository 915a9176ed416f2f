import type { Check } from '../check.ts';
import type { SheetInput } from '../check-context.ts';

export const capturedBeforeClose: Check<SheetInput> = {
  id: 'S16',
  code: 'captured_before_close',
  severity: 'hold',
  structural: false,
  find({ context: { capturedAt, pollsClosedAt } }) {
    if (capturedAt === undefined || pollsClosedAt === undefined) return null;
    if (!(capturedAt.getTime() < pollsClosedAt.getTime())) return null;
    const values = { capturedAt: capturedAt.toISOString(), pollsClosedAt: pollsClosedAt.toISOString() };
    return {
      message: `The form was captured at ${values.capturedAt}, before voting closed at ${values.pollsClosedAt}. Check the clock of the device, and that this is the final form.`,
      fields: ['capturedAt'],
      values,
    };
  },
};
