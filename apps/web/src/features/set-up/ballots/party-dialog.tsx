import type { Party } from '@comitium/contract';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../../data/field-error.ts';
import { useChange } from '../../../data/use-change.ts';
import { codeError } from '../forms/code-error.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import { electionPath } from '../set-up-queries.ts';

interface PartyDialogProps {
  readonly election: string;
  /** Null for a new one. */
  readonly party: Party | null;
  readonly onClose: () => void;
}

type Fields = Omit<Party, 'id'>;
const fresh: Fields = { code: '', name: '', shortName: '', color: '#7a7a7a' };

export const PartyDialog = ({ election, party, onClose }: PartyDialogProps) => {
  const { t } = useTranslation('set-up');
  const change = useChange();
  const [fields, setFields] = useState<Fields>(party ?? fresh);
  const [tried, setTried] = useState(false);
  const send = async (): Promise<unknown> => {
    setTried(true);
    const { code, name, shortName, color } = fields;
    if (codeError(code) || [name, shortName].some((text) => text.trim() === '')) return null;
    const path = electionPath(election, party ? `parties/${encodeURIComponent(party.code)}` : 'parties');
    const shared = { name: name.trim(), shortName: shortName.trim(), color };
    const body = party ? shared : { code: code.trim(), ...shared };
    return change.send(path, { method: party ? 'PATCH' : 'POST', body, done: '' });
  };
  const text = (field: keyof Fields) => ({
    label: t(`parties.${field}`),
    value: fields[field],
    error: tried && fields[field].trim() === '' ? t('required') : fieldError(change.problem, field),
    onChange: (event: { currentTarget: { value: string } }) =>
      setFields({ ...fields, [field]: event.currentTarget.value }),
  });
  const wrongCode = codeError(fields.code);
  const ownError = tried && wrongCode ? t(wrongCode) : undefined;
  return (
    <FormDialog title={party ? party.name : t('parties.add')} change={change} onSend={send} onClose={onClose}>
      <TextInput
        {...text('code')}
        error={ownError ?? text('code').error}
        disabled={party !== null}
        maxLength={64}
      />
      <TextInput {...text('name')} maxLength={200} />
      <TextInput {...text('shortName')} maxLength={40} />
      <TextInput {...text('color')} type="color" />
    </FormDialog>
  );
};
