import type { Election, UpdateElectionBody } from '@comitium/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Change, useChange } from '../../../data/use-change.ts';
import { electionPath, type LoadedElection } from '../set-up-queries.ts';

export interface EditedElection<Fields> {
  readonly fields: Fields;
  readonly setFields: (fields: Fields) => void;
  readonly change: Change;
  /** Somebody saved the election while something else was typed here. */
  readonly moved: boolean;
  /** Shows the election as it is now, in place of what was typed. */
  readonly takeNewest: () => void;
  /** Keeps what was typed; saving replaces what the other saved. */
  readonly keepTyped: () => void;
  readonly save: (body: UpdateElectionBody) => Promise<void>;
}

/** A part of an election as a form. What is typed is never replaced unasked, nor does it replace unseen news. */
export const useEditedElection = <Fields extends object>(
  loaded: LoadedElection,
  toFields: (election: Election) => Fields,
): EditedElection<Fields> => {
  const { t } = useTranslation('set-up');
  const client = useQueryClient();
  const change = useChange();
  const [saving, setSaving] = useState(false);
  const [base, setBase] = useState(loaded);
  const [fields, setFields] = useState(() => toFields(loaded.election));
  const take = (newest: LoadedElection): void => {
    setBase(newest);
    setFields(toFields(newest.election));
  };
  const news = loaded.election.version > base.election.version;
  const typed = JSON.stringify(fields) !== JSON.stringify(toFields(base.election));
  if (news && !typed) take(loaded);
  const save = async (body: UpdateElectionBody): Promise<void> => {
    setSaving(true);
    const saved = await change.send<Election>(electionPath(base.election.code), {
      method: 'PATCH',
      body,
      ifMatch: base.etag,
      done: t('saved'),
    });
    if (saved !== null) take({ election: saved, etag: `"${saved.version}"` });
    // What refused it may be what somebody else saved meanwhile.
    else await client.invalidateQueries({ queryKey: ['set-up', 'election'] });
    setSaving(false);
  };
  return {
    fields,
    setFields,
    change,
    moved: news && typed && !saving,
    takeNewest: () => {
      change.forget();
      take(loaded);
    },
    keepTyped: () => {
      change.forget();
      setBase(loaded);
    },
    save,
  };
};
