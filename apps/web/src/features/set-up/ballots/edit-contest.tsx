import type { Contest, Election } from '@comitium/contract';
import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../../data/field-error.ts';
import { useChange } from '../../../data/use-change.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import { electionPath, partiesQuery } from '../set-up-queries.ts';

interface EditContestProps {
  readonly election: Election;
  readonly contest: Contest;
  readonly onClose: () => void;
}

const isSeats = (text: string): boolean => /^[1-9]\d{0,3}$/.test(text.trim());

/** What can change about a contest while sheets depend on it: its name, its seats, who holds them now. */
export const EditContest = ({ election, contest, onClose }: EditContestProps) => {
  const { t } = useTranslation('set-up');
  const change = useChange();
  const { data: parties } = useQuery(partiesQuery(election.code));
  const [name, setName] = useState(contest.name);
  const [seats, setSeats] = useState(String(contest.seats));
  const [heldBy, setHeldBy] = useState(contest.heldBy ?? '');
  const [tried, setTried] = useState(false);
  const send = async (): Promise<unknown> => {
    setTried(true);
    if (name.trim() === '' || !isSeats(seats)) return null;
    const body = { name: name.trim(), seats: Number(seats), heldBy: heldBy === '' ? null : heldBy };
    const path = electionPath(election.code, `contests/${encodeURIComponent(contest.code)}`);
    return change.send(path, { method: 'PATCH', body, done: '' });
  };
  return (
    <FormDialog title={contest.name} change={change} onSend={send} onClose={onClose}>
      <TextInput
        label={t('contests.name')}
        maxLength={200}
        value={name}
        error={tried && name.trim() === '' ? t('required') : fieldError(change.problem, 'name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t('contests.field_seats')}
        inputMode="numeric"
        maxLength={4}
        value={seats}
        error={tried && !isSeats(seats) ? t('contests.seatsWrong') : fieldError(change.problem, 'seats')}
        onChange={(event) => setSeats(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('contests.heldBy')}
        value={heldBy}
        error={fieldError(change.problem, 'heldBy')}
        data={[
          { value: '', label: t('contests.heldByNobody') },
          ...(parties?.items ?? []).map((each) => ({ value: each.code, label: each.name })),
        ]}
        onChange={(event) => setHeldBy(event.currentTarget.value)}
      />
    </FormDialog>
  );
};
