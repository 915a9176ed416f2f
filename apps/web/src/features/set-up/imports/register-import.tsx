import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ImportForm } from './import-form.tsx';
import { importType, useImport } from './use-import.ts';

/** A JSON file holds its code, name and levels; a CSV file needs them here. */
export const RegisterImport = () => {
  const { t } = useTranslation('set-up');
  const run = useImport();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [levels, setLevels] = useState('');
  const [simulated, setSimulated] = useState(false);
  return (
    <ImportForm
      title={t('imports.register')}
      text={t('imports.registerText')}
      run={run}
      accept=".csv,.json"
      target={(file) => {
        const query = importType(file) === 'text/csv' ? { code, name, levels, simulated } : {};
        if (Object.values(query).some((value) => value === '')) return null;
        return { path: 'registers', method: 'POST', query };
      }}
    >
      <TextInput
        label={t('imports.code')}
        maxLength={64}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <TextInput
        label={t('imports.name')}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t('imports.levels')}
        description={t('imports.levelsHint')}
        value={levels}
        onChange={(event) => setLevels(event.currentTarget.value)}
      />
      <Checkbox
        label={t('imports.simulated')}
        checked={simulated}
        onChange={(event) => setSimulated(event.currentTarget.checked)}
      />
    </ImportForm>
  );
};
