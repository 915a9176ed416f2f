import type { Invitation } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { SheetStatus } from '../../../ui/sheet-status/sheet-status.tsx';
import { TextButton } from '../../../ui/text-button/text-button.tsx';
import classes from '../administration.module.css';
import { placeName } from '../place-name.ts';
import { invitationTones } from '../status-tones.ts';

interface InvitationCardProps {
  readonly invitation: Invitation;
  readonly onRevoke: () => void;
}

export const InvitationCard = ({ invitation, onRevoke }: InvitationCardProps) => {
  const { t } = useTranslation('administration');
  const { role, scopeName, to, state, invitedBy, acceptedBy, reason } = invitation;
  const format = useFormat();
  const time = format.time(invitation.createdAt);
  const isOpen = state === 'sent' || state === 'awaiting_approval';
  const lines = [
    invitedBy ? t('invitations.by', { name: invitedBy.name, time }) : t('invitations.byProgram', { time }),
    t('person.why', { reason }),
    isOpen ? t('invitations.expires', { time: format.time(invitation.expiresAt) }) : null,
    acceptedBy ? t('invitations.acceptedBy', { name: acceptedBy.name }) : null,
  ].filter((line) => line !== null);
  return (
    <article className={classes['card']}>
      <div className={classes['line']}>
        <h3 className={classes['name']}>
          {t(`role.${role}`)} <span className={classes['small']}>{placeName(t, scopeName)}</span>
        </h3>
        <div className={classes['row']}>
          <SheetStatus tone={invitationTones[state]} label={t(`invitations.state.${state}`)} />
          {isOpen ? (
            <TextButton
              onClick={onRevoke}
              aria-label={t('invitations.revokeOf', { role: t(`role.${role}`), to })}
            >
              {t('invitations.revoke')}
            </TextButton>
          ) : null}
        </div>
      </div>
      {to ? (
        <p>
          <bdi>{to}</bdi>
        </p>
      ) : null}
      {lines.map((line) => (
        <p key={line} className={classes['small']}>
          {line}
        </p>
      ))}
    </article>
  );
};
