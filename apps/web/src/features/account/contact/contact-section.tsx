import type { Me } from '@comitium/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextButton } from '../../../ui/text-button/text-button.tsx';
import classes from '../account.module.css';
import { Card } from '../card.tsx';
import { ChangeEmail } from './change-email.tsx';
import { ChangePhone } from './change-phone.tsx';
import { WaitingChanges } from './waiting-changes.tsx';

const kinds = ['phone', 'email'] as const;
type Kind = (typeof kinds)[number];

/** How the person is reached, and signs in. */
export const ContactSection = ({ person }: { readonly person: Me }) => {
  const { t } = useTranslation('account');
  const [changing, setChanging] = useState<Kind | null>(null);
  const close = (): void => setChanging(null);
  return (
    <Card title={t('contact.title')} text={t('contact.text')}>
      <div>
        {kinds.map((kind) => {
          const identity = person.identities.find((own) => own.kind === kind);
          const action = identity === undefined ? 'add' : identity.verified ? 'change' : 'confirm';
          return (
            <div key={kind} className={classes['line']}>
              <span className={classes['words']}>
                <strong>{t(`contact.${kind}`)}</strong>
                {identity ? <bdi>{identity.value}</bdi> : null}
                <span className={classes['small']}>{t(`contact.state_${action}_${kind}`)}</span>
              </span>
              <TextButton onClick={() => setChanging(kind)}>
                {t(`contact.${action}`)}
                <span className="visually-hidden"> {t(`contact.${kind}`)}</span>
              </TextButton>
            </div>
          );
        })}
      </div>
      <WaitingChanges />
      {changing === 'email' ? <ChangeEmail person={person} onClose={close} /> : null}
      {changing === 'phone' ? <ChangePhone person={person} onClose={close} /> : null}
    </Card>
  );
};
