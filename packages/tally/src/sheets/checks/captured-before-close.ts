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
    return {
      message: `The form was captured at ${capturedAt.toISOString()}, before voting closed at ${pollsClosedAt.toISOString()}. Check the clock of the device, and that this is the final form.`,
      fields: ['capturedAt'],
    };
  },
};
