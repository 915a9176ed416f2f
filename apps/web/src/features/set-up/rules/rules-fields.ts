import type { Election, ElectionSettings } from '@comitium/contract';
import { checks } from '@comitium/tally';
import { type LimitField, limitFields, readLimit, showLimit } from './limit-fields.ts';

/** Checks that are a matter of judgement; the others make a sheet unreadable and are errors for good. */
export const openChecks = checks.filter(({ structural }) => !structural);
export const fixedChecks = checks.filter(({ structural }) => structural);

export const severityNames = ['error', 'hold', 'warning', 'off'] as const;
export type SeverityName = (typeof severityNames)[number];

/** The checks of an election as a form. Empty means the usual. */
export interface RulesFields {
  /** By the check's code. */
  readonly severities: Readonly<Record<string, SeverityName | ''>>;
  /** As typed; shares in per cent. */
  readonly limits: Readonly<Record<LimitField, string>>;
  readonly equalQuotientsToMoreVotes: boolean;
}

export const fieldsOfRules = ({ settings }: Pick<Election, 'settings'>): RulesFields => ({
  severities: Object.fromEntries(
    openChecks.map(({ code }) => [code, (settings.severities?.[code] ?? '') as SeverityName | '']),
  ),
  limits: Object.fromEntries(
    limitFields.map((field) => [field, showLimit(field, settings[field])]),
  ) as RulesFields['limits'],
  equalQuotientsToMoreVotes: settings.equalQuotientsToMoreVotes ?? false,
});

/** Fields whose text is not what they are for. */
export const wrongLimits = ({ limits }: RulesFields): readonly LimitField[] =>
  limitFields.filter((field) => limits[field].trim() !== '' && readLimit(field, limits[field]) === null);

/** Only what differs from the usual is kept, so that a better default reaches every election that did not choose. */
export const settingsOfRules = (fields: RulesFields): ElectionSettings => {
  const severities = Object.fromEntries(
    Object.entries(fields.severities).filter(([, severity]) => severity !== ''),
  ) as Record<string, SeverityName>;
  const limits = limitFields.flatMap((field) => {
    const value = readLimit(field, fields.limits[field]);
    return value === null ? [] : [[field, value] as const];
  });
  return {
    ...(Object.keys(severities).length === 0 ? {} : { severities }),
    ...Object.fromEntries(limits),
    ...(fields.equalQuotientsToMoreVotes ? { equalQuotientsToMoreVotes: true } : {}),
  };
};
