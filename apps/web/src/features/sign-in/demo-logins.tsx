import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { fetchBody } from '../../data/send-request.ts';
import { TextButton } from '../../ui/text-button/text-button.tsx';
import classes from './sign-in.module.css';

interface Demonstration {
  readonly logins: readonly { readonly email: string; readonly role: string }[];
}

interface DemoLoginsProps {
  readonly chosen: string;
  readonly onChoose: (email: string) => void;
}

/** Only where the server says it is a demonstration: who can be tried out. The password is never shown here. */
export const DemoLogins = ({ chosen, onChoose }: DemoLoginsProps) => {
  const { t } = useTranslation('sign-in');
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
      <ul className={classes['logins']}>
        {demo.data.logins.map(({ email, role }) => (
          <li key={email} className={classes['login']}>
            <span>
              <strong>{t(`role.${role}`, { defaultValue: role })}</strong>
              <span className={classes['email']}>{email}</span>
            </span>
            <TextButton aria-pressed={chosen === email} onClick={() => onChoose(email)}>
              {t('demo.choose')}
              <span className="visually-hidden"> {email}</span>
            </TextButton>
          </li>
        ))}
      </ul>
    </section>
  );
};
