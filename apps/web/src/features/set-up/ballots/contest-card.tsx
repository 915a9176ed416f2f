import type { Choice, Contest, Election } from '@comitium/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Change, useChange } from '../../../data/use-change.ts';
import { PartyMark } from '../../../ui/party-mark/party-mark.tsx';
import { TextButton } from '../../../ui/text-button/text-button.tsx';
import { ChangeResult } from '../forms/change-result.tsx';
import { ConfirmButton } from '../forms/confirm-button.tsx';
import classes from '../forms/forms.module.css';
import { electionPath } from '../set-up-queries.ts';
import { ChoiceDialog } from './choice-dialog.tsx';
import { EditContest } from './edit-contest.tsx';

interface ContestCardProps {
  readonly election: Election;
  readonly contest: Contest;
}

/** One contest with its candidates or lists in ballot order. */
export const ContestCard = ({ election, contest }: ContestCardProps) => {
  const { t } = useTranslation('set-up');
  const change = useChange();
  const [editing, setEditing] = useState<Choice | 'new' | null>(null);
  const [renaming, setRenaming] = useState(false);
  const path = electionPath(election.code, `contests/${encodeURIComponent(contest.code)}`);
  const remove = (name: string, rest = '') =>
    change.send(`${path}${rest}`, { method: 'DELETE', done: t('deleted', { name }) });
  return (
    <article className={classes['card']}>
      <div className={classes['line']}>
        <h3 className={classes['subheading']}>{contest.name}</h3>
        <span className={classes['small']}>
          {[
            t('contests.facts', { area: contest.areaName, count: contest.seats, code: contest.code }),
            contest.heldBy ? t('contests.heldByNow', { party: contest.heldBy }) : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <ChangeResult change={change} />
      <ChoiceTable contest={contest} change={change} onEdit={setEditing} onRemove={remove} />
      <div className={classes['row']}>
        <TextButton onClick={() => setEditing('new')}>
          {t('choices.add')}
          <span className="visually-hidden"> {contest.name}</span>
        </TextButton>
        <TextButton onClick={() => setRenaming(true)}>
          {t('contests.edit')}
          <span className="visually-hidden"> {contest.name}</span>
        </TextButton>
        <ConfirmButton
          label={t('contests.delete')}
          subject={contest.name}
          question={t('contests.deleteQuestion')}
          change={change}
          onConfirm={() => remove(contest.name)}
        />
      </div>
      {editing ? (
        <ChoiceDialog
          election={election.code}
          path={path}
          choice={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      ) : null}
      {renaming ? (
        <EditContest election={election} contest={contest} onClose={() => setRenaming(false)} />
      ) : null}
    </article>
  );
};

interface ChoiceTableProps {
  readonly contest: Contest;
  readonly change: Change;
  readonly onEdit: (choice: Choice) => void;
  readonly onRemove: (name: string, rest: string) => Promise<unknown>;
}

const ChoiceTable = ({ contest, change, onEdit, onRemove }: ChoiceTableProps) => {
  const { t } = useTranslation('set-up');
  return (
    <div className={classes['scroll']}>
      <table className={classes['table']}>
        <caption className="visually-hidden">{contest.name}</caption>
        <tbody>
          {contest.choices.map((choice) => (
            <tr key={choice.code}>
              <td>{choice.ballotOrder + 1}</td>
              <th scope="row">
                <PartyMark color={choice.color} /> {choice.name}
                <div className={classes['small']}>
                  {`${choice.party ?? t('choices.independent')} · ${choice.code}`}
                </div>
              </th>
              <td className={classes['tools']}>
                <TextButton onClick={() => onEdit(choice)}>
                  {t('edit')}
                  <span className="visually-hidden"> {choice.name}</span>
                </TextButton>
                <ConfirmButton
                  label={t('delete')}
                  subject={choice.name}
                  question={t('choices.deleteQuestion')}
                  change={change}
                  onConfirm={() => onRemove(choice.name, `/choices/${encodeURIComponent(choice.code)}`)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
