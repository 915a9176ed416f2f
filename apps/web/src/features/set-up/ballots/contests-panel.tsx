import type { Contest, Election } from '@comitium/contract';
import { NativeSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextButton } from '../../../ui/text-button/text-button.tsx';
import { AreaField } from '../forms/area-field.tsx';
import classes from '../forms/forms.module.css';
import { Loaded } from '../forms/loaded.tsx';
import { contestsQuery } from '../set-up-queries.ts';
import { ContestCard } from './contest-card.tsx';
import { ContestDialog } from './contest-dialog.tsx';

/** The contests of one race, twenty at a time, found by the area they are held in. */
export const ContestsPanel = ({ election }: { readonly election: Election }) => {
  const { t } = useTranslation('set-up');
  const [chosen, setChosen] = useState('');
  // The chosen race may have been deleted above.
  const race = (election.races.find(({ code }) => code === chosen) ?? election.races[0])?.code ?? '';
  const [area, setArea] = useState('');
  const [slowArea] = useDebouncedValue(area.trim(), 300);
  const [cursors, setCursors] = useState<readonly string[]>(['']);
  const [adding, setAdding] = useState(false);
  const asked = { race, area: slowArea, cursor: cursors.at(-1) ?? '' };
  const contests = useQuery({ ...contestsQuery(election.code, asked), enabled: race !== '' });
  if (race === '') return <p>{t('contests.noRace')}</p>;
  return (
    <section className={classes['stack']}>
      <div className={classes['line']}>
        <h2 className={classes['heading']}>{t('contests.title')}</h2>
        <TextButton onClick={() => setAdding(true)}>{t('contests.add')}</TextButton>
      </div>
      <div className={classes['form']}>
        <NativeSelect
          label={t('contests.race')}
          value={race}
          data={election.races.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(event) => {
            setChosen(event.currentTarget.value);
            setCursors(['']);
          }}
        />
        <AreaField
          register={election.register}
          label={t('contests.areaFilter')}
          value={area}
          onChange={(code) => {
            setArea(code);
            setCursors(['']);
          }}
        />
      </div>
      <Loaded query={contests}>
        {({ items, nextCursor }) => (
          <>
            {items.length === 0 ? <p>{t('contests.none')}</p> : null}
            {items.map((contest: Contest) => (
              <ContestCard key={contest.code} election={election} contest={contest} />
            ))}
            <div className={classes['row']}>
              {cursors.length > 1 ? (
                <TextButton onClick={() => setCursors(cursors.slice(0, -1))}>{t('previousPage')}</TextButton>
              ) : null}
              {nextCursor ? (
                <TextButton onClick={() => setCursors([...cursors, nextCursor])}>{t('nextPage')}</TextButton>
              ) : null}
            </div>
          </>
        )}
      </Loaded>
      {adding ? <ContestDialog election={election} race={race} onClose={() => setAdding(false)} /> : null}
    </section>
  );
};
