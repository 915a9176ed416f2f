import type { Election, ElectionSettings } from '@comitium/contract';
import { checks } from '@comitium/tally';
import { readShare, showShare } from '../forms/percent.ts';

/** Checks that are a matter of judgement; the others make a sheet unreadable and are errors for good. */
export const openChecks = checks.filter(({ structural }) => !structural);
export const fixedChecks = checks.filter(({ structural }) => structural);

export const severityNames = ['error', 'hold', 'warning', 'off'] as const;
export type SeverityName = (typeof severityNames)[number];

/** The checks of an election as a form. Empty means the usual. */
export interface RulesFields {
  /** By the check's code. */
  readonly severities: Readonly<Record<string, SeverityName | ''>>;
  /** Shares in per cent, as typed. */
  readonly rejectedShareMax: string;
  readonly choiceShareMin: string;
  readonly marginalShare: string;
  readonly authorMayCorrectMinutes: string;
  readonly equalQuotientsToMoreVotes: boolean;
}

export const shareFields = ['rejectedShareMax', 'choiceShareMin', 'marginalShare'] as const;

export const fieldsOfRules = ({ settings }: Pick<Election, 'settings'>): RulesFields => ({
  severities: Object.fromEntries(
    openChecks.map(({ code }) => [code, (settings.severities?.[code] ?? '') as SeverityName | '']),
  ),
  rejectedShareMax: showShare(settings.rejectedShareMax),
  choiceShareMin: showShare(settings.choiceShareMin),
  marginalShare: showShare(settings.marginalShare),
  authorMayCorrectMinutes: String(settings.authorMayCorrectMinutes ?? ''),
  equalQuotientsToMoreVotes: settings.equalQuotientsToMoreVotes ?? false,
});

const longestMinutes = 7 * 24 * 60;

/** Fields whose text is not what they are for. */
export const wrongFields = (fields: RulesFields): readonly (keyof RulesFields)[] => {
  const minutes = fields.authorMayCorrectMinutes.trim();
  const soundMinutes = minutes === '' || (/^\d{1,5}$/.test(minutes) && Number(minutes) <= longestMinutes);
  return [
    ...shareFields.filter((field) => fields[field].trim() !== '' && readShare(fields[field]) === null),
    ...(soundMinutes ? [] : (['authorMayCorrectMinutes'] as const)),
  ];
};

/** Only what differs from the usual is kept, so that a better default reaches every election that did not choose. */
export const settingsOfRules = (fields: RulesFields): ElectionSettings => {
  const severities = Object.fromEntries(
    Object.entries(fields.severities).filter(([, severity]) => severity !== ''),
  ) as Record<string, SeverityName>;
  const shares = shareFields.flatMap((field) => {
    const share = readShare(fields[field]);
    return share === null ? [] : [[field, share] as const];
  });
  const minutes = fields.authorMayCorrectMinutes.trim();
  return {
    ...(Object.keys(severities).length === 0 ? {} : { severities }),
    ...Object.fromEntries(shares),
    ...(minutes === '' ? {} : { authorMayCorrectMinutes: Number(minutes) }),
    ...(fields.equalQuotientsToMoreVotes ? { equalQuotientsToMoreVotes: true } : {}),
  };
};
