import type { OwnSession } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { TextButton } from '../../ui/text-button/text-button.tsx';
import classes from './security.module.css';

interface SessionItemProps {
  readonly session: OwnSession;
  readonly busy: boolean;
  readonly onEnd: (session: OwnSession) => Promise<void>;
}

export const SessionItem = ({ session, busy, onEnd }: SessionItemProps) => {
  const { t } = useTranslation('security');
  const format = useFormat();
  const { browser, system, place } = session;
  const device =
    browser !== null && system !== null
      ? t('sessions.device', { browser, system })
      : (browser ?? system ?? t('sessions.unknown'));
  const facts = [
    ...(place === null ? [] : [place]),
    `${t('sessions.since', { time: format.time(session.startedAt) })} ${t(`sessions.method.${session.method}`)}`,
    ...(session.secondFactor ? [t('sessions.factor')] : []),
    t('sessions.seen', { time: format.time(session.lastSeenAt) }),
  ];
  return (
    <li className={classes['item']}>
      <span className={classes['words']}>
        <strong>
          {device}
          {session.current ? <span className={classes['mark']}>{t('sessions.here')}</span> : null}
          {session.newDevice ? (
            <span className={classes['mark']} data-tone="warn">
              {t('sessions.newDevice')}
            </span>
          ) : null}
        </strong>
        <span className={classes['facts']}>{facts.join(' · ')}</span>
      </span>
      {session.current ? null : (
        <TextButton
          disabled={busy}
          aria-label={t('sessions.endNamed', { device })}
          onClick={() => void onEnd(session)}
        >
          {t('sessions.end')}
        </TextButton>
      )}
    </li>
  );
};
