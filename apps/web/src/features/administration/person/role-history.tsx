import type { GrantRecord, Person } from '@comitium/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../../data/use-change.ts';
import { ReasonDialog } from '../../../ui/reason-dialog/reason-dialog.tsx';
import { Skeleton } from '../../../ui/skeleton/skeleton.tsx';
import { FailedState } from '../../../ui/state-message/failed-state.tsx';
import { TextButton } from '../../../ui/text-button/text-button.tsx';
import classes from '../administration.module.css';
import { recordsQuery } from '../administration-queries.ts';
import { placeName } from '../place-name.ts';
import { GiveRole } from './give-role.tsx';
import { RoleCard } from './role-card.tsx';

interface RoleHistoryProps {
  readonly person: Person;
  readonly onDone: (words: string) => void;
}

const isPast = ({ state }: GrantRecord): boolean => state === 'over' || state === 'revoked';

/** What a person may do, who gave it and why, and what was before. */
export const RoleHistory = ({ person, onDone }: RoleHistoryProps) => {
  const { t } = useTranslation('administration');
  const records = useQuery(recordsQuery(person.id));
  const [giving, setGiving] = useState(false);
  const [ending, setEnding] = useState<GrantRecord | null>(null);
  if (!records.data && records.error) {
    return <FailedState error={records.error} onRetry={() => void records.refetch()} />;
  }
  if (!records.data) return <Skeleton height="12rem" />;
  const present = records.data.items.filter((record) => !isPast(record));
  const past = records.data.items.filter(isPast);
  return (
    <section className={classes['stack']} aria-labelledby="roles">
      <div className={classes['line']}>
        <h2 id="roles" className={classes['heading']}>
          {t('person.roles')}
        </h2>
        {person.disabled ? null : <TextButton onClick={() => setGiving(true)}>{t('person.give')}</TextButton>}
      </div>
      {present.length === 0 ? <p className={classes['small']}>{t('person.noRoles')}</p> : null}
      <ul className={classes['list']} aria-label={t('person.roles')}>
        {present.map((record) => (
          <li key={record.id}>
            <RoleCard record={record} onEnd={() => setEnding(record)} />
          </li>
        ))}
      </ul>
      {past.length > 0 ? (
        <details>
          <summary>{t('person.past')}</summary>
          <ul className={classes['list']} aria-label={t('person.past')}>
            {past.map((record) => (
              <li key={record.id}>
                <RoleCard record={record} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {giving ? <GiveRole person={person} onDone={onDone} onClose={() => setGiving(false)} /> : null}
      {ending ? (
        <EndRole person={person} record={ending} onDone={onDone} onClose={() => setEnding(null)} />
      ) : null}
    </section>
  );
};

interface EndRoleProps extends RoleHistoryProps {
  readonly record: GrantRecord;
  readonly onClose: () => void;
}

const EndRole = ({ person, record, onDone, onClose }: EndRoleProps) => {
  const { t } = useTranslation('administration');
  const change = useChange();
  const role = t(`role.${record.role}`);
  const scope = placeName(t, record.scopeName);
  const end = async (reason: string): Promise<boolean> => {
    const path = `people/${person.id}/grants/${record.id}/end`;
    const ended = await change.send(path, { method: 'POST', body: { reason }, done: '' });
    if (ended !== null) onDone(t('person.ended'));
    return ended !== null;
  };
  return (
    <ReasonDialog
      title={t('person.endTitle')}
      text={t('person.endText', { name: person.name, role, scope })}
      action={t('person.end')}
      needed
      grave
      busy={change.busy}
      problem={change.problem}
      onAct={end}
      onClose={onClose}
    />
  );
};
