import type { Contest, Election } from '@comitium/contract';
import { Checkbox, NativeSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PartyMark } from '../../../ui/party-mark/party-mark.tsx';
import { AreaField } from '../forms/area-field.tsx';
import classes from '../forms/forms.module.css';
import { Loaded } from '../forms/loaded.tsx';
import { contestsQuery } from '../set-up-queries.ts';
import { type RunOffFields, toggleChoice } from './run-off-body.ts';

interface RunOffContestsProps {
  readonly election: Election;
  readonly choices: RunOffFields['choices'];
  readonly onChange: (choices: RunOffFields['choices']) => void;
}

/** Which contests are run again and who stands in them; those with ticks are listed whatever is searched for. */
export const RunOffContests = ({ election, choices, onChange }: RunOffContestsProps) => {
  const { t } = useTranslation('set-up');
  const [race, setRace] = useState(election.races[0]?.code ?? '');
  const [area, setArea] = useState('');
  const [slowArea] = useDebouncedValue(area.trim(), 300);
  const many = (election.races.find(({ code }) => code === race)?.contests ?? 0) > 1;
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
                contest={contest}
                ticked={choices[contest.code] ?? []}
                onChange={(codes) => onChange({ ...choices, [contest.code]: codes })}
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

interface ContestTicksProps {
  readonly contest: Contest;
  readonly ticked: readonly string[];
  readonly onChange: (codes: readonly string[]) => void;
}

const ContestTicks = ({ contest, ticked, onChange }: ContestTicksProps) => {
  const ballot = contest.choices.map(({ code }) => code);
  return (
    <fieldset className={classes['ticks']}>
      <legend className={classes['subheading']}>{contest.name}</legend>
      {contest.choices.map(({ code, name, color }) => (
        <Checkbox
          key={code}
          label={
            <>
              <PartyMark color={color} /> {name}
            </>
          }
          checked={ticked.includes(code)}
          onChange={() => onChange(toggleChoice(ballot, ticked, code))}
        />
      ))}
    </fieldset>
  );
};
