import type { Election, Race } from '@comitium/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../../data/use-change.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { TextButton } from '../../../ui/text-button/text-button.tsx';
import { ChangeResult } from '../forms/change-result.tsx';
import { ConfirmButton } from '../forms/confirm-button.tsx';
import classes from '../forms/forms.module.css';
import { electionPath } from '../set-up-queries.ts';
import { RaceDialog } from './race-dialog.tsx';

/** The ballot papers of the election: for president, for parliament … */
export const RacesPanel = ({ election }: { readonly election: Election }) => {
  const { t } = useTranslation('set-up');
  const [editing, setEditing] = useState<Race | 'new' | null>(null);
  const change = useChange();
  const remove = ({ code, name }: Race) =>
    change.send(electionPath(election.code, `races/${encodeURIComponent(code)}`), {
      method: 'DELETE',
      done: t('deleted', { name }),
    });
  return (
    <section className={classes['card']}>
      <div className={classes['line']}>
        <h2 className={classes['heading']}>{t('races.title')}</h2>
        <TextButton onClick={() => setEditing('new')}>{t('races.add')}</TextButton>
      </div>
      <ChangeResult change={change} />
      {election.races.length === 0 ? <p>{t('races.none')}</p> : null}
      <div className={classes['scroll']}>
        <table className={classes['table']}>
          <tbody>
            {election.races.map((race) => (
              <tr key={race.code}>
                <RaceFacts race={race} />
                <td className={classes['tools']}>
                  <TextButton onClick={() => setEditing(race)}>
                    {t('edit')}
                    <span className="visually-hidden"> {race.name}</span>
                  </TextButton>
                  <ConfirmButton
                    label={t('delete')}
                    subject={race.name}
                    question={t('races.deleteQuestion')}
                    text={t('races.deleteText', { count: race.contests })}
                    change={change}
                    onConfirm={() => remove(race)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {editing ? (
        <RaceDialog
          election={election.code}
          race={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      ) : null}
    </section>
  );
};

const RaceFacts = ({ race }: { readonly race: Race }) => {
  const { t } = useTranslation('set-up');
  const format = useFormat();
  const rules = [
    t(`races.method_${race.seatMethod}`),
    race.threshold > 0 ? t('races.thresholdFact', { share: format.share(race.threshold) }) : null,
    t('races.contests', { count: race.contests }),
    race.code,
  ];
  return (
    <th scope="row">
      {race.name}
      <div className={classes['small']}>{rules.filter(Boolean).join(' · ')}</div>
    </th>
  );
};
