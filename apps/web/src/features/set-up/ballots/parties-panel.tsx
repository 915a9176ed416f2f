import type { Election, Party } from '@comitium/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../../data/use-change.ts';
import { PartyMark } from '../../../ui/party-mark/party-mark.tsx';
import { TextButton } from '../../../ui/text-button/text-button.tsx';
import { ChangeResult } from '../forms/change-result.tsx';
import { ConfirmButton } from '../forms/confirm-button.tsx';
import classes from '../forms/forms.module.css';
import { Loaded } from '../forms/loaded.tsx';
import { electionPath, partiesQuery } from '../set-up-queries.ts';
import { PartyDialog } from './party-dialog.tsx';

export const PartiesPanel = ({ election }: { readonly election: Election }) => {
  const { t } = useTranslation('set-up');
  const parties = useQuery(partiesQuery(election.code));
  const [editing, setEditing] = useState<Party | 'new' | null>(null);
  const change = useChange();
  const remove = (party: Party) =>
    change.send(electionPath(election.code, `parties/${encodeURIComponent(party.code)}`), {
      method: 'DELETE',
      done: t('deleted', { name: party.name }),
    });
  return (
    <section className={classes['card']}>
      <div className={classes['line']}>
        <h2 className={classes['heading']}>{t('parties.title')}</h2>
        <TextButton onClick={() => setEditing('new')}>{t('parties.add')}</TextButton>
      </div>
      <ChangeResult change={change} />
      <Loaded query={parties}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t('parties.none')}</p>
          ) : (
            <div className={classes['scroll']}>
              <table className={classes['table']}>
                <tbody>
                  {items.map((party) => (
                    <tr key={party.code}>
                      <th scope="row">
                        <PartyMark {...party} /> {party.name}
                      </th>
                      <td>{party.shortName}</td>
                      <td>{party.code}</td>
                      <td className={classes['tools']}>
                        <TextButton onClick={() => setEditing(party)}>
                          {t('edit')}
                          <span className="visually-hidden"> {party.name}</span>
                        </TextButton>
                        <ConfirmButton
                          label={t('delete')}
                          subject={party.name}
                          question={t('parties.deleteQuestion')}
                          change={change}
                          onConfirm={() => remove(party)}
                        />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Loaded>
      {editing ? (
        <PartyDialog
          election={election.code}
          party={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      ) : null}
    </section>
  );
};
