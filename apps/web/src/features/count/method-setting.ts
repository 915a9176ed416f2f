import type { BallotForm } from '@comitium/tally/ballots';
import { countingMethods, findMethod } from '@comitium/tally/methods';
import type { BallotsSummary, CountSetting } from './count-order.ts';
import { noTieSetting, type TieSetting, tieRulesOf } from './tie-setting.ts';

/** What the form of the method holds, as it was entered; options that are not named have their defaults. */
export interface MethodSetting {
  readonly method: string;
  readonly seats: string;
  readonly options: Readonly<Record<string, string>>;
  readonly ties: TieSetting;
}

export const settingOf = (method: string, seats: number): MethodSetting => ({
  ...{ method, seats: String(seats), options: {} },
  ties: noTieSetting,
});

/** What such ballots are most often counted by. */
export const usualSetting = ({ form, seats }: Pick<BallotsSummary, 'form' | 'seats'>): MethodSetting => {
  const several = (seats ?? 1) > 1;
  const wanted: Readonly<Record<BallotForm, string>> = {
    rank: several ? 'scottish-stv' : 'irv',
    choose: several ? 'block-plurality' : 'approval',
    score: several ? 'score' : 'star',
  };
  const fits = countingMethods.find(({ forms }) => forms.includes(form));
  return settingOf(findMethod(wanted[form])?.name ?? fits?.name ?? '', seats ?? 1);
};

/** As the count takes it: a field that was emptied has its default again. */
export const countSettingOf = ({ method, seats, options, ties }: MethodSetting): CountSetting => ({
  method,
  seats: findMethod(method)?.seats === 'several' ? Number(seats) : 1,
  options: Object.fromEntries(Object.entries(options).filter(([, value]) => value.trim() !== '')),
  ties: tieRulesOf(ties),
});
