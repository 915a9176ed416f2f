import type { Check, CheckDescription } from './check.ts';
import type { SheetInput } from './check-context.ts';
import { allZero } from './checks/all-zero.ts';
import { capturedBeforeClose } from './checks/captured-before-close.ts';
import { capturedInFuture } from './checks/captured-in-future.ts';
import { castExceedsRegistered } from './checks/cast-exceeds-registered.ts';
import { figureTooLarge } from './checks/figure-too-large.ts';
import { figuresIdentical } from './checks/figures-identical.ts';
import { foreignChoice } from './checks/foreign-choice.ts';
import { fractionalFigure } from './checks/fractional-figure.ts';
import { missingChoice } from './checks/missing-choice.ts';
import { negativeFigure } from './checks/negative-figure.ts';
import { oneChoiceDominates } from './checks/one-choice-dominates.ts';
import { registeredDiffers } from './checks/registered-differs.ts';
import { rejectedShareHigh } from './checks/rejected-share-high.ts';
import { repeatedChoice } from './checks/repeated-choice.ts';
import { sumDiffers } from './checks/sum-differs.ts';
import { swingUnusual } from './checks/swing-unusual.ts';
import { turnoutUnusual } from './checks/turnout-unusual.ts';
import { unknownChoice } from './checks/unknown-choice.ts';
import type { LabelledFigure } from './labelled-figure.ts';
import type { Naming } from './naming.ts';

/** Whether the record names the ballot's choices, each once. */
export const namingChecks: readonly Check<Naming>[] = [
  unknownChoice,
  missingChoice,
  repeatedChoice,
  foreignChoice,
];

/** Whether each figure is a count. */
export const numberChecks: readonly Check<readonly LabelledFigure[]>[] = [
  negativeFigure,
  fractionalFigure,
  figureTooLarge,
];

/** Whether sound figures fit together and into their surroundings. */
export const plausibilityChecks: readonly Check<SheetInput>[] = [
  sumDiffers,
  castExceedsRegistered,
  registeredDiffers,
  allZero,
  rejectedShareHigh,
  oneChoiceDominates,
  turnoutUnusual,
  figuresIdentical,
  capturedBeforeClose,
  swingUnusual,
  capturedInFuture,
];

/** Every rule of SPEC.md in the order of its number, for settings pages and documentation. */
export const checks: readonly CheckDescription[] = [...namingChecks, ...numberChecks, ...plausibilityChecks];
