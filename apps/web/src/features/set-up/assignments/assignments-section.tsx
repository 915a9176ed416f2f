import type { Election } from '@comitium/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Change, useChange } from '../../../data/use-change.ts';
import { StateMessage } from '../../../ui/state-message/state-message.tsx';
import { TextButton } from '../../../ui/text-button/text-button.tsx';
import { ChangeResult } from '../forms/change-result.tsx';
import { ConfirmButton } from '../forms/confirm-button.tsx';
import { ElectionPicker } from '../forms/election-picker.tsx';
import classes from '../forms/forms.module.css';
import { Loaded } from '../forms/loaded.tsx';
import { type Assignment, assignmentsQuery, electionPath } from '../set-up-queries.ts';
import { AssignForm } from './assign-form.tsx';

/** Who sends sheets from where. */
export const AssignmentsSection = () => (
  <ElectionPicker>
    {(election: Election) => (
      <div key={election.code} className={classes['stack']}>
        <AssignForm election={election} />
        <AssignmentList election={election} />
      </div>
    )}
  </ElectionPicker>
);

const AssignmentList = ({ election }: { readonly election: Election }) => {
  const { t } = useTranslation('set-up');
  const [cursors, setCursors] = useState<readonly string[]>(['']);
  const assignments = useQuery(assignmentsQuery(election.code, cursors.at(-1) ?? ''));
  const change = useChange();
  const end = ({ id, person }: Assignment) =>
    change.send(electionPath(election.code, `assignments/${id}`), {
      method: 'DELETE',
      done: t('assignments.ended', { name: person.name }),
    });
  return (
    <section className={classes['stack']}>
      <h2 className={classes['heading']}>{t('assignments.title')}</h2>
      <ChangeResult change={change} />
      <Loaded query={assignments}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <StateMessage title={t('assignments.none')} text={t('assignments.noneText')} />
          ) : (
            <>
              <div className={classes['scroll']}>
                <table className={classes['table']}>
                  <tbody>
                    {items.map((assignment) => (
                      <AssignmentRow
                        key={assignment.id}
                        assignment={assignment}
                        change={change}
                        onEnd={() => end(assignment)}
                      />
                    ))}
                  </tbody>
                </table>
              </div>
              <div className={classes['row']}>
                {cursors.length > 1 ? (
                  <TextButton onClick={() => setCursors(cursors.slice(0, -1))}>
                    {t('previousPage')}
                  </TextButton>
                ) : null}
                {nextCursor ? (
                  <TextButton onClick={() => setCursors([...cursors, nextCursor])}>
                    {t('nextPage')}
                  </TextButton>
                ) : null}
              </div>
            </>
          )
        }
      </Loaded>
    </section>
  );
};

interface AssignmentRowProps {
  readonly assignment: Assignment;
  readonly change: Change;
  readonly onEnd: () => Promise<unknown>;
}

const AssignmentRow = ({ assignment: { person, role, area }, change, onEnd }: AssignmentRowProps) => {
  const { t } = useTranslation('set-up');
  return (
    <tr>
      <th scope="row">
        {person.name}
        <div className={classes['small']}>{person.contact}</div>
      </th>
      <td>{t(`role.${role}`)}</td>
      <td>
        {area ? area.name : t('assignments.everywhere')}
        {area ? <div className={classes['small']}>{area.code}</div> : null}
      </td>
      <td>
        <ConfirmButton
          label={t('assignments.end')}
          subject={person.name}
          question={t('assignments.endQuestion')}
          change={change}
          onConfirm={onEnd}
        />
      </td>
    </tr>
  );
};
