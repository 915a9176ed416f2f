import type { DeadLetter } from '@comitium/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holdsRole, useSession } from '../../data/use-session.ts';
import { PageFrame } from '../../ui/page-frame/page-frame.tsx';
import { Skeleton } from '../../ui/skeleton/skeleton.tsx';
import { FailedState } from '../../ui/state-message/failed-state.tsx';
import { ForbiddenState } from '../../ui/state-message/forbidden-state.tsx';
import { StateMessage } from '../../ui/state-message/state-message.tsx';
import { TextButton } from '../../ui/text-button/text-button.tsx';
import { DeadLetterCard } from './dead-letter-card.tsx';
import classes from './dead-letters.module.css';
import { deadLettersQuery } from './dead-letters-query.ts';
import { DecideDialog, type Decision } from './decide-dialog.tsx';

/** Messages that nobody got, for who can mend why. */
export const DeadLettersPage = () => {
  const { t } = useTranslation('dead-letters');
  const { state, person } = useSession();
  if (state === 'loading') return <Skeleton height="20rem" />;
  if (!holdsRole(person, 'platform_administrator')) {
    return <ForbiddenState text={t('forbidden')} signedIn={person !== null} />;
  }
  return <DeadLetters />;
};

const DeadLetters = () => {
  const { t } = useTranslation('dead-letters');
  const letters = useInfiniteQuery(deadLettersQuery);
  const [said, setSaid] = useState('');
  const { data, error, isFetching, refetch } = letters;
  const refresh = (
    <TextButton disabled={isFetching} onClick={() => void refetch()}>
      {t('refresh')}
    </TextButton>
  );
  return (
    <PageFrame width="table" title={t('title')} kicker={t('kicker')} text={t('text')} actions={refresh}>
      <p className={classes['said']} role="status">
        {said}
      </p>
      {data ? <List letters={data.pages.flatMap(({ items }) => items)} onDone={setSaid} /> : null}
      {!data && error ? <FailedState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton height="12rem" /> : null}
      {letters.hasNextPage ? (
        <TextButton disabled={isFetching} onClick={() => void letters.fetchNextPage()}>
          {t('more')}
        </TextButton>
      ) : null}
    </PageFrame>
  );
};

interface ListProps {
  readonly letters: readonly DeadLetter[];
  readonly onDone: (words: string) => void;
}

const List = ({ letters, onDone }: ListProps) => {
  const { t } = useTranslation('dead-letters');
  const [asked, setAsked] = useState<{ letter: DeadLetter | null; decision: Decision } | null>(null);
  if (letters.length === 0) return <StateMessage title={t('empty.title')} text={t('empty.text')} />;
  return (
    <>
      {letters.some(({ expired }) => expired) ? (
        <p>
          <TextButton onClick={() => setAsked({ letter: null, decision: 'discardExpired' })}>
            {t('action.discardExpired')}
          </TextButton>
        </p>
      ) : null}
      <ul className={classes['list']}>
        {letters.map((letter) => (
          <li key={letter.id}>
            <DeadLetterCard letter={letter} onDecide={(decision) => setAsked({ letter, decision })} />
          </li>
        ))}
      </ul>
      {asked ? (
        <DecideDialog
          {...asked}
          onDone={() => onDone(t(`done.${asked.decision}`))}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </>
  );
};
