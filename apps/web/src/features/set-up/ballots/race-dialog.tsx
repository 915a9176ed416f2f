import type { Race, SeatMethod } from '@comitium/contract';
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../../data/field-error.ts';
import { useChange } from '../../../data/use-change.ts';
import { codeError } from '../forms/code-error.ts';
import { FormDialog } from '../forms/form-dialog.tsx';
import { readShare, showShare } from '../forms/percent.ts';
import { electionPath } from '../set-up-queries.ts';

interface RaceDialogProps {
  readonly election: string;
  /** Null for a new one. */
  readonly race: Race | null;
  readonly onClose: () => void;
}

interface Fields {
  readonly code: string;
  readonly name: string;
  readonly seatMethod: string;
  readonly threshold: string;
  readonly blankVotes: boolean;
}

const fieldsOf = (race: Race | null): Fields => ({
  code: race?.code ?? '',
  name: race?.name ?? '',
  seatMethod: race?.seatMethod ?? 'plurality',
  threshold: race ? showShare(race.threshold) : '0',
  blankVotes: race?.blankVotes ?? false,
});

const seatMethods = ['none', 'plurality', 'majority', 'dhondt'] as const satisfies readonly SeatMethod[];

export const RaceDialog = ({ election, race, onClose }: RaceDialogProps) => {
  const { t } = useTranslation('set-up');
  const change = useChange();
  const [fields, setFields] = useState(() => fieldsOf(race));
  const [tried, setTried] = useState(false);
  const threshold = readShare(fields.threshold);
  const send = async (): Promise<unknown> => {
    setTried(true);
    const { code, name, seatMethod, blankVotes } = fields;
    if (codeError(code) || name.trim() === '' || threshold === null) return null;
    const shared = { name: name.trim(), seatMethod, threshold };
    const path = electionPath(election, race ? `races/${encodeURIComponent(race.code)}` : 'races');
    const body = race ? shared : { code: code.trim(), blankVotes, ...shared };
    return change.send(path, { method: race ? 'PATCH' : 'POST', body, done: '' });
  };
  const text = (field: 'code' | 'name' | 'threshold') => ({
    label: t(`races.${field}`),
    value: fields[field],
    error: tried && fields[field].trim() === '' ? t('required') : fieldError(change.problem, field),
    onChange: (event: { currentTarget: { value: string } }) =>
      setFields({ ...fields, [field]: event.currentTarget.value }),
  });
  const wrongCode = codeError(fields.code);
  const ownError = tried && wrongCode ? t(wrongCode) : undefined;
  const wrongShare = threshold === null && fields.threshold.trim() !== '' ? t('wrongShare') : undefined;
  return (
    <FormDialog title={race ? race.name : t('races.add')} change={change} onSend={send} onClose={onClose}>
      <TextInput
        {...text('code')}
        error={ownError ?? text('code').error}
        disabled={race !== null}
        maxLength={64}
      />
      <TextInput {...text('name')} maxLength={200} />
      <NativeSelect
        label={t('races.seatMethod')}
        value={fields.seatMethod}
        error={fieldError(change.problem, 'seatMethod')}
        data={seatMethods.map((value) => ({ value, label: t(`races.method_${value}`) }))}
        onChange={(event) => setFields({ ...fields, seatMethod: event.currentTarget.value })}
      />
      <TextInput
        {...text('threshold')}
        {...(wrongShare ? { error: wrongShare } : {})}
        description={t('races.thresholdHint')}
        inputMode="decimal"
        maxLength={8}
      />
      {race ? null : (
        <Checkbox
          label={t('races.blankVotes')}
          checked={fields.blankVotes}
          onChange={(event) => setFields({ ...fields, blankVotes: event.currentTarget.checked })}
        />
      )}
    </FormDialog>
  );
};
