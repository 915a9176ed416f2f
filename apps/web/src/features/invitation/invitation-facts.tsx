import type { InvitationPreview } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './invitation.module.css';

/** What is offered, to whom, where and for how long. */
export const InvitationFacts = ({ offer }: { readonly offer: InvitationPreview }) => {
  const { t } = useTranslation(['invitation', 'administration']);
  const format = useFormat();
  const scope = offer.scopeName === 'everywhere' ? t('administration:everywhere') : offer.scopeName;
  const facts = [
    ['role', t(`administration:role.${offer.role}`)],
    ['scope', scope],
    ['for', <bdi key="for">{offer.to}</bdi>],
    ['from', offer.startsAt && format.time(offer.startsAt)],
    ['until', offer.endsAt && format.time(offer.endsAt)],
  ] as const;
  return (
    <dl className={classes['facts']}>
      {facts
        .filter(([, value]) => value !== null)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
};
