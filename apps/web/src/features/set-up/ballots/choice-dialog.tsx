import type { Choice } from '@comitium/contract';
import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../../data/field-error.ts';
import { useChange } from '../../../data/use-change.ts';
import { codeError } from '../forms/code-error.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import { partiesQuery } from '../set-up-queries.ts';

interface ChoiceDialogProps {
  readonly election: string;
  /** Of the contest. */
  readonly path: string;
  readonly choice: Choice | null;
  readonly onClose: () => void;
}

export const ChoiceDialog = ({ election, path, choice, onClose }: ChoiceDialogProps) => {
  const { t } = useTranslation('set-up');
  const change = useChange();
  const { data: parties } = useQuery(partiesQuery(election));
  const [code, setCode] = useState(choice?.code ?? '');
  const [name, setName] = useState(choice?.name ?? '');
  const [party, setParty] = useState(choice?.party ?? '');
  const [tried, setTried] = useState(false);
  const send = async (): Promise<unknown> => {
    setTried(true);
    if (codeError(code) || name.trim() === '') return null;
    const shared = { name: name.trim(), party: party === '' ? null : party };
    return change.send(`${path}/choices${choice ? `/${encodeURIComponent(choice.code)}` : ''}`, {
      method: choice ? 'PATCH' : 'POST',
      body: choice ? shared : { code: code.trim(), ...shared },
      done: '',
    });
  };
  const wrongCode = codeError(code);
  const empty = (text: string) => (tried && text.trim() === '' ? t('required') : undefined);
  return (
    <FormDialog
      title={choice ? choice.name : t('choices.add')}
      change={change}
      onSend={send}
      onClose={onClose}
    >
      <TextInput
        label={t('choices.code')}
        disabled={choice !== null}
        maxLength={64}
        value={code}
        error={(tried && wrongCode ? t(wrongCode) : undefined) ?? fieldError(change.problem, 'code')}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <TextInput
        label={t('choices.name')}
        maxLength={200}
        value={name}
        error={empty(name) ?? fieldError(change.problem, 'name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('choices.party')}
        value={party}
        error={fieldError(change.problem, 'party')}
        data={[
          { value: '', label: t('choices.independent') },
          ...(parties?.items ?? []).map((each) => ({ value: each.code, label: each.name })),
        ]}
        onChange={(event) => setParty(event.currentTarget.value)}
      />
    </FormDialog>
  );
};
