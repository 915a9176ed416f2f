import type { Person, PersonSession } from '@comitium/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../../data/use-change.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { ReasonDialog } from '../../../ui/reason-dialog/reason-dialog.tsx';
import { Skeleton } from '../../../ui/skeleton/skeleton.tsx';
import { FailedState } from '../../../ui/state-message/failed-state.tsx';
import { TextButton } from '../../../ui/text-button/text-button.tsx';
import classes from '../administration.module.css';
import { sessionsQuery } from '../administration-queries.ts';

interface SessionListProps {
  readonly person: Person;
  readonly onDone: (words: string) => void;
}

/** Where a person is signed in, for an administrator who has to end it. */
export const SessionList = ({ person, onDone }: SessionListProps) => {
  const { t } = useTranslation('administration');
  const sessions = useQuery(sessionsQuery(person.id));
  const [ending, setEnding] = useState<PersonSession | 'all' | null>(null);
  if (!sessions.data && sessions.error) {
    return <FailedState error={sessions.error} onRetry={() => void sessions.refetch()} />;
  }
  if (!sessions.data) return <Skeleton height="6rem" />;
  const { items } = sessions.data;
  return (
    <section className={classes['stack']} aria-labelledby="sessions">
      <div className={classes['line']}>
        <h2 id="sessions" className={classes['heading']}>
          {t('person.sessions')}
        </h2>
        {items.length > 1 ? (
          <TextButton onClick={() => setEnding('all')}>{t('person.endSessions')}</TextButton>
        ) : null}
      </div>
      {items.length === 0 ? <p className={classes['small']}>{t('person.noSessions')}</p> : null}
      <ul className={classes['list']} aria-label={t('person.sessions')}>
        {items.map((session) => (
          <SessionItem key={session.id} session={session} onEnd={() => setEnding(session)} />
        ))}
      </ul>
      {ending ? (
        <EndSessions person={person} ending={ending} onDone={onDone} onClose={() => setEnding(null)} />
      ) : null}
    </section>
  );
};

interface SessionItemProps {
  readonly session: PersonSession;
  readonly onEnd: () => void;
}

const SessionItem = ({ session, onEnd }: SessionItemProps) => {
  const { t } = useTranslation('administration');
  const format = useFormat();
  const time = format.time(session.startedAt);
  const device = [session.browser, session.system].filter(Boolean).join(', ') || t('person.someDevice');
  const facts = [
    t('person.session', { time }),
    t('person.lastSeen', { time: format.time(session.lastSeenAt) }),
    session.secondFactor ? t('person.secondFactor') : null,
    session.newDevice ? t('person.newDevice') : null,
  ].filter((fact) => fact !== null);
  return (
    <li className={classes['card']}>
      <div className={classes['line']}>
        <h3 className={classes['name']}>{device}</h3>
        <TextButton onClick={onEnd} aria-label={t('person.endSessionOf', { device })}>
          {t('person.endSession')}
        </TextButton>
      </div>
      <p className={classes['small']}>{facts.join(' · ')}</p>
    </li>
  );
};

interface EndSessionsProps extends SessionListProps {
  readonly ending: PersonSession | 'all';
  readonly onClose: () => void;
}

const EndSessions = ({ person, ending, onDone, onClose }: EndSessionsProps) => {
  const { t } = useTranslation('administration');
  const change = useChange();
  const end = async (reason: string): Promise<boolean> => {
    const which = ending === 'all' ? '' : `/${ending.id}`;
    const path = `people/${person.id}/sessions${which}/end`;
    const ended = await change.send(path, { method: 'POST', body: { reason }, done: '' });
    if (ended !== null) onDone(t('person.sessionsEnded'));
    return ended !== null;
  };
  return (
    <ReasonDialog
      title={t('person.endSessionsTitle')}
      text={t('person.endSessionsText', { name: person.name })}
      action={t(ending === 'all' ? 'person.endSessions' : 'person.endSession')}
      needed
      grave
      busy={change.busy}
      problem={change.problem}
      onAct={end}
      onClose={onClose}
    />
  );
};
