import type { Election } from '@comitium/contract';
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SimulatedLabel } from '../../../ui/simulated-label/simulated-label.tsx';
import { StateMessage } from '../../../ui/state-message/state-message.tsx';
import { electionsQuery } from '../set-up-queries.ts';
import classes from './forms.module.css';
import { Loaded } from './loaded.tsx';

/** The election that a section works on: from the address, else the first. */
export const ElectionPicker = ({ children }: { readonly children: (election: Election) => ReactNode }) => {
  const { t } = useTranslation('set-up');
  const search = useSearch({ from: '/private/set-up' });
  const navigate = useNavigate();
  const elections = useQuery(electionsQuery());
  return (
    <Loaded query={elections}>
      {({ items }) => {
        const chosen = items.find(({ code }) => code === search['election']) ?? items[0];
        if (!chosen) return <StateMessage title={t('elections.none')} text={t('elections.noneText')} />;
        return (
          <div className={classes['stack']}>
            <NativeSelect
              className={classes['picker'] ?? ''}
              label={t('election')}
              description={chosen.simulated ? <SimulatedLabel /> : undefined}
              value={chosen.code}
              data={items.map(({ code, name }) => ({ value: code, label: name }))}
              onChange={(event) => {
                const election = event.currentTarget.value;
                void navigate({
                  to: '/set-up',
                  search: (before) => ({ section: before['section'], election }),
                });
              }}
            />
            {children(chosen)}
          </div>
        );
      }}
    </Loaded>
  );
};
