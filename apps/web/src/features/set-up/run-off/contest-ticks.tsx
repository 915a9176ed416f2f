import type { Contest } from '@comitium/contract';
import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { PartyMark } from '../../../ui/party-mark/party-mark.tsx';
import { TextButton } from '../../../ui/text-button/text-button.tsx';
import classes from '../forms/forms.module.css';
import { standingsQuery } from '../set-up-queries.ts';
import { leadingTwo } from './leading-two.ts';
import { toggleChoice } from './run-off-body.ts';
import { StandingWords } from './standing-words.tsx';

interface ContestTicksProps {
  readonly election: string;
  readonly contest: Contest;
  /** Code of the line for blank votes, which stays on the ballot; null where the race counts none. */
  readonly blank: string | null;
  /** Whether it is the only contest of its race. */
  readonly alone: boolean;
  /** Undefined while nobody, nor the count, has ticked anything. */
  readonly ticked: readonly string[] | undefined;
  readonly onChange: (codes: readonly string[]) => void;
}

/** One ballot with the votes of the first round; the leading two are ticked where a second round is due. */
export const ContestTicks = ({
  election,
  contest,
  blank,
  alone,
  ticked = undefined,
  onChange,
}: ContestTicksProps) => {
  const { t } = useTranslation('set-up');
  const format = useFormat();
  const { data, error } = useQuery(standingsQuery(election, contest.code));
  const ballot = contest.choices.map(({ code }) => code);
  const standings = (data?.leaders ?? []).filter(({ choice }) => ballot.includes(choice));
  const leading = leadingTwo(standings.filter(({ choice }) => choice !== blank));
  const stands = new Set([...leading.choices, ...(leading.choices.length > 0 && blank ? [blank] : [])]);
  const inOrder = ballot.filter((code) => stands.has(code));
  const due = data?.scope.call === 'runoff' || (alone && data !== undefined && data.scope.call !== 'won');
  const preTick = ticked === undefined && due && inOrder.length > 0;
  useEffect(() => {
    if (preTick) onChange(inOrder);
  });
  const votesOf = new Map(standings.map(({ choice, votes }) => [choice, votes]));
  return (
    <fieldset className={classes['ticks']}>
      <legend className={classes['subheading']}>{contest.name}</legend>
      {error && !data ? <p role="alert">{t('runOff.noStandings')}</p> : null}
      {data ? <StandingWords contest={contest} standings={data} tied={leading.tied} /> : null}
      {contest.choices.map(({ code, name, color }) => (
        <Checkbox
          key={code}
          label={
            <>
              <PartyMark color={color} /> {name}
            </>
          }
          description={
            votesOf.has(code) ? t('runOff.votes', { votes: format.count(votesOf.get(code) ?? 0) }) : undefined
          }
          checked={(ticked ?? []).includes(code)}
          onChange={() => onChange(toggleChoice(ballot, ticked ?? [], code))}
        />
      ))}
      {inOrder.length > 0 && (ticked ?? []).join() !== inOrder.join() ? (
        <div>
          <TextButton onClick={() => onChange(inOrder)}>{t('runOff.tickLeading')}</TextButton>
        </div>
      ) : null}
    </fieldset>
  );
};
