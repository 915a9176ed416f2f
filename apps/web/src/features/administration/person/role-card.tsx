import type { GrantRecord } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { SheetStatus } from '../../../ui/sheet-status/sheet-status.tsx';
import { TextButton } from '../../../ui/text-button/text-button.tsx';
import classes from '../administration.module.css';
import { placeName } from '../place-name.ts';
import { grantTones } from '../status-tones.ts';

interface RoleCardProps {
  readonly record: GrantRecord;
  /** Missing where it has ended. */
  readonly onEnd?: () => void;
}

export const RoleCard = ({ record, onEnd }: RoleCardProps) => {
  const { t } = useTranslation('administration');
  const role = t(`role.${record.role}`);
  const scope = placeName(t, record.scopeName);
  return (
    <article className={classes['card']}>
      <div className={classes['line']}>
        <h3 className={classes['name']}>
          {role} <span className={classes['small']}>{scope}</span>
        </h3>
        <div className={classes['row']}>
          <SheetStatus tone={grantTones[record.state]} label={t(`person.state.${record.state}`)} />
          {onEnd ? (
            <TextButton onClick={onEnd} aria-label={t('person.endOf', { role, scope })}>
              {t('person.end')}
            </TextButton>
          ) : null}
        </div>
      </div>
      <Facts record={record} />
    </article>
  );
};

const Facts = ({ record }: Pick<RoleCardProps, 'record'>) => {
  const { t } = useTranslation('administration');
  const format = useFormat();
  const { grantedBy, approvedBy, revokedBy, revokedAt, startsAt, endsAt } = record;
  const time = format.time(startsAt);
  const given = grantedBy
    ? t('person.givenBy', { name: grantedBy.name, time })
    : t('person.givenByProgram', { time });
  const lines = [
    [
      record.state === 'coming' ? t('person.from', { time }) : given,
      approvedBy ? t('person.approvedBy', { name: approvedBy.name }) : null,
      endsAt ? t('person.until', { time: format.time(endsAt) }) : null,
      record.scope.own ? t('form.own') : null,
    ],
    [record.reason ? t('person.why', { reason: record.reason }) : null],
    record.state === 'revoked' && revokedAt
      ? [
          revokedBy
            ? t('person.endedBy', { name: revokedBy.name, time: format.time(revokedAt) })
            : t('person.endedByProgram', { time: format.time(revokedAt) }),
          record.revokeReason ? t('person.why', { reason: record.revokeReason }) : null,
        ]
      : [],
  ].map((parts) => parts.filter((part) => part !== null).join(' · '));
  return lines
    .filter((line) => line !== '')
    .map((line) => (
      <p key={line} className={classes['small']}>
        {line}
      </p>
    ));
};
