import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchBody } from '../../data/send-request.ts';
import { TextButton } from '../../ui/text-button/text-button.tsx';
import classes from './sign-in.module.css';
import type { SignIn } from './use-sign-in.ts';

interface Demonstration {
  readonly logins: readonly { readonly email: string; readonly role: string }[];
}

/** Only where the server says it is a demonstration: who can be tried out. The password is never shown here. */
export const DemoLogins = ({ signIn: { busy, signIn } }: { readonly signIn: SignIn }) => {
  const { t } = useTranslation('sign-in');
  const [password, setPassword] = useState('');
  const demo = useQuery({
    queryKey: ['demo'],
    queryFn: ({ signal }) => fetchBody<Demonstration>('demo', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!demo.data || demo.data.logins.length === 0) return null;
  return (
    <section className={classes['demo']} aria-labelledby="demo-logins">
      <h2 id="demo-logins" className={classes['title']}>
        {t('demo.title')}
      </h2>
      <p>{t('demo.text')}</p>
      <TextInput
        label={t('demo.password')}
        type="password"
        autoComplete="off"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <ul className={classes['logins']}>
        {demo.data.logins.map(({ email, role }) => (
          <li key={email} className={classes['login']}>
            <span>
              <strong>{t(`role.${role}`, { defaultValue: role })}</strong>
              <span className={classes['email']}>{email}</span>
            </span>
            <TextButton disabled={busy || password === ''} onClick={() => void signIn(email, password)}>
              {t('demo.signIn')}
              <span className="visually-hidden"> {email}</span>
            </TextButton>
          </li>
        ))}
      </ul>
    </section>
  );
};
