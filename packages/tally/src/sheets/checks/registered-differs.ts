import type { Check } from '../check.ts';
import type { SheetInput } from '../check-context.ts';

export const registeredDiffers: Check<SheetInput> = {
  id: 'S10',
  code: 'registered_differs',
  severity: 'warning',
  structural: false,
  find({ figures: { registered }, context: { registerFigure } }) {
    if (registerFigure === undefined || registered === registerFigure) return null;
    return {
      message: `The sheet says ${registered} registered, the register says ${registerFigure}. Compare with the form, and check that it belongs to this station.`,
      fields: ['registered'],
      values: { registered, onRegister: registerFigure },
    };
  },
};
