import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { electionPath, electionsQuery } from '../set-up-queries.ts';
import { ImportForm } from './import-form.tsx';
import { useImport } from './use-import.ts';

export const BallotsImport = () => {
  const { t } = useTranslation('set-up');
  const run = useImport();
  const { data } = useQuery(electionsQuery());
  const [election, setElection] = useState('');
  return (
    <ImportForm
      title={t('imports.ballots')}
      text={t('imports.ballotsText')}
      run={run}
      accept=".csv,.json"
      target={() =>
        election === '' ? null : { path: electionPath(election, 'ballots'), method: 'PUT', query: {} }
      }
    >
      <NativeSelect
        label={t('election')}
        value={election}
        data={[
          { value: '', label: '–' },
          ...(data?.items ?? []).map(({ code, name }) => ({ value: code, label: name })),
        ]}
        onChange={(event) => setElection(event.currentTarget.value)}
      />
    </ImportForm>
  );
};
