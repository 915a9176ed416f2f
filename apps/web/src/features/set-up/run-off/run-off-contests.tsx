import type { Election } from '@comitium/contract';
import { NativeSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AreaField } from '../forms/area-field.tsx';
import classes from '../forms/forms.module.css';
import { Loaded } from '../forms/loaded.tsx';
import { contestsQuery } from '../set-up-queries.ts';
import { ContestTicks } from './contest-ticks.tsx';
import type { RunOffFields } from './run-off-body.ts';

interface RunOffContestsProps {
  readonly election: Election;
  readonly choices: RunOffFields['choices'];
  readonly onTick: (contest: string, codes: readonly string[]) => void;
}

/** Which contests are run again and who stands in them; those with ticks are listed whatever is searched for. */
export const RunOffContests = ({ election, choices, onTick }: RunOffContestsProps) => {
  const { t } = useTranslation('set-up');
  const [race, setRace] = useState(election.races[0]?.code ?? '');
  const [area, setArea] = useState('');
  const [slowArea] = useDebouncedValue(area.trim(), 300);
  const here = election.races.find(({ code }) => code === race);
  const many = (here?.contests ?? 0) > 1;
  const asked = { race, area: many ? slowArea : '', cursor: '' };
  const contests = useQuery({ ...contestsQuery(election.code, asked), enabled: race !== '' });
  const chosen = Object.entries(choices).filter(([, codes]) => codes.length > 0);
  return (
    <div className={classes['form']}>
      <NativeSelect
        label={t('contests.race')}
        value={race}
        data={election.races.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(event) => setRace(event.currentTarget.value)}
      />
      {many ? (
        <AreaField
          register={election.register}
          label={t('contests.areaFilter')}
          value={area}
          onChange={setArea}
        />
      ) : null}
      {chosen.length > 0 ? (
        <p className={classes['small']}>
          {t('runOff.chosen', {
            contests: chosen.map(([code, codes]) => `${code} (${codes.length})`).join(', '),
          })}
        </p>
      ) : null}
      <Loaded query={contests}>
        {({ items, nextCursor }) => (
          <>
            {items.map((contest) => (
              <ContestTicks
                key={contest.code}
                election={election.code}
                contest={contest}
                blank={here?.blankVotes ? 'blank' : null}
                alone={!many}
                ticked={choices[contest.code]}
                onChange={(codes) => onTick(contest.code, codes)}
              />
            ))}
            {nextCursor ? (
              <p className={classes['small']}>{t('runOff.more', { count: items.length })}</p>
            ) : null}
          </>
        )}
      </Loaded>
    </div>
  );
};
