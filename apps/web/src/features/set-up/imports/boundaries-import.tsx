import type { Register } from '@comitium/contract';
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ImportForm } from './import-form.tsx';
import type { ImportRun } from './use-import.ts';

interface BoundariesImportProps {
  readonly registers: readonly Register[];
  readonly run: ImportRun;
}

/** Shapes for one level of a register; loading them again replaces them. */
export const BoundariesImport = ({ registers, run }: BoundariesImportProps) => {
  const { t } = useTranslation('set-up');
  const [code, setCode] = useState('');
  const [level, setLevel] = useState('');
  const [key, setKey] = useState('');
  const register = registers.find((each) => each.code === code);
  const choose = { value: '', label: '–' };
  return (
    <ImportForm
      title={t('imports.boundaries')}
      text={t('imports.boundariesText')}
      run={run}
      accept=".json,.geojson,.topojson"
      leavesOut
      target={() => {
        if (code === '' || level === '') return null;
        const path = `registers/${encodeURIComponent(code)}/boundaries/${encodeURIComponent(level)}/imports`;
        return { path, method: 'POST', query: { key } };
      }}
    >
      <NativeSelect
        label={t('imports.registerField')}
        value={code}
        data={[choose, ...registers.map((each) => ({ value: each.code, label: each.name }))]}
        onChange={(event) => {
          setCode(event.currentTarget.value);
          setLevel('');
        }}
      />
      <NativeSelect
        label={t('imports.level')}
        value={level}
        data={[choose, ...(register?.levels ?? []).map((name) => ({ value: name, label: name }))]}
        onChange={(event) => setLevel(event.currentTarget.value)}
      />
      <TextInput
        label={t('imports.key')}
        description={t('imports.keyHint')}
        value={key}
        onChange={(event) => setKey(event.currentTarget.value)}
      />
    </ImportForm>
  );
};
