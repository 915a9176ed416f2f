import type { TotpEnrolment } from '@comitium/contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import type { FactorCardProps } from './card-props.ts';
import classes from './security.module.css';
import { TotpDialog } from './totp-dialog.tsx';

interface TotpCardProps extends FactorCardProps {
  /** Null where there is none. */
  readonly since: string | null;
}

export const TotpCard = ({ since, guarded, onEnrolled, onSaid }: TotpCardProps) => {
  const { t } = useTranslation('security');
  const format = useFormat();
  const [enrolment, setEnrolment] = useState<TotpEnrolment | null>(null);
  const begin = async (): Promise<void> =>
    setEnrolment(await guarded.send<TotpEnrolment>('auth/me/totp', {}));
  const remove = async (): Promise<void> => {
    if (await guarded.send('auth/me/totp/remove', {})) onSaid(t('totp.removed'));
  };
  return (
    <article className={classes['card']}>
      <h3 className={classes['name']}>{t('totp.title')}</h3>
      <p>{since === null ? t('totp.off') : t('totp.since', { day: format.time(since) })}</p>
      <div className={classes['row']}>
        {since === null ? (
          <Button loading={guarded.busy} onClick={() => void begin()}>
            {t('totp.setUp')}
          </Button>
        ) : (
          <Button variant="default" disabled={guarded.busy} onClick={() => void remove()}>
            {t('totp.remove')}
          </Button>
        )}
      </div>
      {enrolment ? (
        <TotpDialog
          enrolment={enrolment}
          onEnrolled={(enrolled) => {
            setEnrolment(null);
            return onEnrolled(enrolled, t('totp.done'));
          }}
          onClose={() => setEnrolment(null)}
        />
      ) : null}
    </article>
  );
};
