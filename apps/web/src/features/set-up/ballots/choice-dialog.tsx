import type { Choice } from '@comitium/contract';
import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ModalDialog } from '../../../ui/modal-dialog/modal-dialog.tsx';
import { ChangeResult } from '../forms/change-result.tsx';
import { codeError } from '../forms/code-error.ts';
import { DialogButtons } from '../forms/dialog-buttons.tsx';
import { fieldError } from '../forms/field-error.ts';
import classes from '../forms/forms.module.css';
import { useChange } from '../forms/use-change.ts';
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
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (codeError(code) || name.trim() === '') return;
    const shared = { name: name.trim(), party: party === '' ? null : party };
    const sent = await change.send(`${path}/choices${choice ? `/${encodeURIComponent(choice.code)}` : ''}`, {
      method: choice ? 'PATCH' : 'POST',
      body: choice ? shared : { code: code.trim(), ...shared },
      done: '',
    });
    if (sent !== null) onClose();
  };
  const wrongCode = codeError(code);
  const empty = (text: string) => (tried && text.trim() === '' ? t('required') : undefined);
  return (
    <ModalDialog title={choice ? choice.name : t('choices.add')} onClose={onClose}>
      <form className={classes['stack']} onSubmit={(event) => void submit(event)} noValidate>
        <ChangeResult change={change} />
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
        <DialogButtons busy={change.busy} onClose={onClose} />
      </form>
    </ModalDialog>
  );
};
