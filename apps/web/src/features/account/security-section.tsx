import type { Me, LinkSent as Sent } from '@comitium/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../data/entry/use-send.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { PlainProblem } from '../../ui/entry/plain-problem.tsx';
import { Notice } from '../../ui/problem-notice/notice.tsx';
import { TextButton } from '../../ui/text-button/text-button.tsx';
import classes from './account.module.css';
import { Card } from './card.tsx';

export const SecuritySection = ({ person }: { readonly person: Me }) => {
  const { t } = useTranslation('account');
  return (
    <Card title={t('security.title')}>
      <div className={classes['lines']}>
        <div className={classes['line']}>
          <span className={classes['words']}>
            <strong>{t('security.password')}</strong>
            <span className={classes['small']}>
              {person.hasPassword ? t('security.hasPassword') : t('security.noPassword')}
            </span>
          </span>
          {person.hasPassword ? (
            <Link to="/sign-in" search={{ view: 'password', back: '/account' }}>
              {t('security.changePassword')}
            </Link>
          ) : null}
        </div>
        {person.hasPassword ? null : <FirstPassword person={person} />}
        <div className={classes['line']}>
          <span className={classes['words']}>
            <strong>{t('security.more')}</strong>
            <span className={classes['small']}>{t('security.moreText')}</span>
          </span>
          <Link to="/security">{t('security.open')}</Link>
        </div>
      </div>
    </Card>
  );
};

/** A first password is set as a forgotten one is: by whoever reads the account's mailbox. */
const FirstPassword = ({ person }: { readonly person: Me }) => {
  const { t } = useTranslation('account');
  const format = useFormat();
  const { busy, problem, send } = useSend();
  const [sent, setSent] = useState<Sent | null>(null);
  const email = person.identities.find(({ kind, verified }) => kind === 'email' && verified)?.value;
  if (email === undefined) return <p className={classes['small']}>{t('security.emailFirst')}</p>;
  const ask = async (): Promise<void> => {
    const body = { email, language: person.language };
    setSent(await send<Sent>('auth/password/forgot', { method: 'POST', body }));
  };
  return (
    <div aria-live="polite" className={classes['form']}>
      <PlainProblem problem={problem} />
      {sent === null ? (
        <div className={classes['row']}>
          <TextButton disabled={busy} onClick={() => void ask()}>
            {t('security.setPassword')}
          </TextButton>
        </div>
      ) : (
        <Notice
          tone="good"
          title={t('security.linkSent')}
          text={t('security.linkSentText', { to: sent.sentTo, time: format.time(sent.expiresAt) })}
        />
      )}
    </div>
  );
};
