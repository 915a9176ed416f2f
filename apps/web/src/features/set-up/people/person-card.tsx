import type { Grant, Person } from '@comitium/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Change, useChange } from '../../../data/use-change.ts';
import { useSession } from '../../../data/use-session.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { SheetStatus } from '../../../ui/sheet-status/sheet-status.tsx';
import { TextButton } from '../../../ui/text-button/text-button.tsx';
import { ChangeResult } from '../forms/change-result.tsx';
import { ConfirmButton } from '../forms/confirm-button.tsx';
import classes from '../forms/forms.module.css';
import { GrantDialog } from './grant-dialog.tsx';

/** One person and his grants. */
export const PersonCard = ({ person }: { readonly person: Person }) => {
  const { t } = useTranslation('set-up');
  const format = useFormat();
  const change = useChange();
  const [giving, setGiving] = useState(false);
  const revoke = ({ id, role }: Grant) =>
    change.send(`people/${person.id}/grants/${id}`, {
      method: 'DELETE',
      done: t('grants.revoked', { role: t(`role.${role}`), name: person.name }),
    });
  return (
    <article className={classes['card']}>
      <div className={classes['line']}>
        <div>
          <h2 className={classes['subheading']}>{person.name}</h2>
          <p className={classes['small']}>{person.email ?? person.phone}</p>
        </div>
        {person.disabled ? (
          <SheetStatus tone="bad" label={t('people.disabled')} />
        ) : (
          <div className={classes['row']}>
            <TextButton onClick={() => setGiving(true)}>
              {t('grants.give')}
              <span className="visually-hidden"> {person.name}</span>
            </TextButton>
            <DisableButton person={person} change={change} />
          </div>
        )}
      </div>
      <ChangeResult change={change} />
      {person.grants.length === 0 ? <p className={classes['small']}>{t('grants.none')}</p> : null}
      <ul>
        {person.grants.map((grant) => (
          <li key={grant.id} className={classes['line']}>
            <span>
              {t(`role.${grant.role}`)}{' '}
              <span className={classes['small']}>
                {[
                  grant.scopeName === 'everywhere' ? t('grants.everywhere') : grant.scopeName,
                  grant.endsAt ? t('grants.until', { time: format.time(grant.endsAt) }) : null,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <ConfirmButton
              label={t('grants.revoke')}
              subject={`${person.name}: ${t(`role.${grant.role}`)}, ${grant.scopeName}`}
              question={t('grants.revokeQuestion')}
              change={change}
              onConfirm={() => revoke(grant)}
            />
          </li>
        ))}
      </ul>
      {giving ? <GrantDialog person={person} onClose={() => setGiving(false)} /> : null}
    </article>
  );
};

interface DisableButtonProps {
  readonly person: Person;
  readonly change: Change;
}

/** Nobody closes his own account: there would be nobody left to notice. */
const DisableButton = ({ person, change }: DisableButtonProps) => {
  const { t } = useTranslation('set-up');
  const session = useSession();
  if (session.person?.id === person.id) return null;
  const disable = () =>
    change.send(`people/${person.id}/disable`, {
      method: 'POST',
      done: t('people.closed', { name: person.name }),
    });
  return (
    <ConfirmButton
      label={t('people.close')}
      subject={`${person.name}, ${person.email ?? person.phone ?? ''}`}
      question={t('people.closeQuestion')}
      text={t('people.closeText')}
      change={change}
      onConfirm={disable}
    />
  );
};
