import type { Election, Party } from '@comitium/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Change, useChange } from '../../../data/use-change.ts';
import { PartyMark } from '../../../ui/party-mark/party-mark.tsx';
import { TextButton } from '../../../ui/text-button/text-button.tsx';
import { ChangeResult } from '../forms/change-result.tsx';
import { ConfirmButton } from '../forms/confirm-button.tsx';
import classes from '../forms/forms.module.css';
import { Loaded } from '../forms/loaded.tsx';
import { Searched } from '../forms/searched.tsx';
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
            <Searched
              items={items}
              label={t('parties.search')}
              textsOf={({ code, name, shortName }) => [code, name, shortName]}
            >
              {(shown) => (
                <PartyTable parties={shown} change={change} onEdit={setEditing} onRemove={remove} />
              )}
            </Searched>
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

interface PartyTableProps {
  readonly parties: readonly Party[];
  readonly change: Change;
  readonly onEdit: (party: Party) => void;
  readonly onRemove: (party: Party) => Promise<unknown>;
}

const PartyTable = ({ parties, change, onEdit, onRemove }: PartyTableProps) => {
  const { t } = useTranslation('set-up');
  return (
    <div className={classes['scroll']}>
      <table className={classes['table']}>
        <tbody>
          {parties.map((party) => (
            <tr key={party.code}>
              <th scope="row">
                <PartyMark {...party} /> {party.name}
              </th>
              <td>{party.shortName}</td>
              <td>{party.code}</td>
              <td className={classes['tools']}>
                <TextButton onClick={() => onEdit(party)}>
                  {t('edit')}
                  <span className="visually-hidden"> {party.name}</span>
                </TextButton>
                <ConfirmButton
                  label={t('delete')}
                  subject={party.name}
                  question={t('parties.deleteQuestion')}
                  change={change}
                  onConfirm={() => onRemove(party)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
