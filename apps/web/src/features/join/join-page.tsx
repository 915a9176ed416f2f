import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEntry } from '../../data/entry/use-entry.ts';
import { useSession } from '../../data/use-session.ts';
import { Choices } from '../../ui/choices/choices.tsx';
import { SecondFactorStep } from '../../ui/entry/second-factor-step.tsx';
import { PageFrame } from '../../ui/page-frame/page-frame.tsx';
import { Skeleton } from '../../ui/skeleton/skeleton.tsx';
import classes from './join.module.css';
import { JoinByEmail } from './join-by-email.tsx';
import { JoinByPhone } from './join-by-phone.tsx';

const ways = ['phone', 'email'] as const;

/** A new account, by phone or by e-mail; afterwards the person stands on the page of it. */
export const JoinPage = () => {
  const { t } = useTranslation('join');
  const { state, person } = useSession();
  const navigate = useNavigate();
  const entry = useEntry();
  const [way, setWay] = useState<string>('phone');
  useEffect(() => {
    if (person !== null) void navigate({ to: '/account', replace: true });
  }, [person, navigate]);
  if (state === 'loading') return <Skeleton height="20rem" />;
  return (
    <PageFrame title={t('title')} text={t('text')}>
      {entry.asked === null ? (
        <>
          <Choices
            label={t('way.label')}
            options={ways.map((value) => ({ value, label: t(`way.${value}`) }))}
            value={way}
            onChange={setWay}
          />
          {way === 'phone' ? <JoinByPhone entry={entry} /> : <JoinByEmail />}
          <p className={classes['small']}>
            {t('known')} <Link to="/sign-in">{t('signIn')}</Link>
          </p>
        </>
      ) : (
        <SecondFactorStep challenge={entry.asked} onCancel={entry.leave} />
      )}
    </PageFrame>
  );
};
