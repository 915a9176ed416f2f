import type { Invitation } from '@comitium/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../../data/use-change.ts';
import { TextButton } from '../../../ui/text-button/text-button.tsx';
import classes from '../administration.module.css';
import { invitationsQuery } from '../administration-queries.ts';
import { Said } from '../forms/said.tsx';
import { WishDialog } from '../forms/wish-dialog.tsx';
import { PageList } from '../page-list.tsx';
import { InvitationCard } from './invitation-card.tsx';
import { InviteDialog } from './invite-dialog.tsx';

export const InvitationList = () => {
  const { t } = useTranslation('administration');
  const invitations = useInfiniteQuery(invitationsQuery);
  const [inviting, setInviting] = useState(false);
  const [revoking, setRevoking] = useState<Invitation | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  return (
    <div className={classes['stack']}>
      <div className={classes['line']}>
        <h2 className={classes['heading']}>{t('section.invitations')}</h2>
        <TextButton onClick={() => setInviting(true)}>{t('invitations.invite')}</TextButton>
      </div>
      <Said words={said} />
      <PageList
        query={invitations}
        label={t('invitations.list')}
        empty={{ title: t('invitations.none'), text: t('invitations.noneText') }}
      >
        {(invitation) => <InvitationCard invitation={invitation} onRevoke={() => setRevoking(invitation)} />}
      </PageList>
      {inviting ? <InviteDialog onDone={setSaid} onClose={() => setInviting(false)} /> : null}
      {revoking ? (
        <RevokeDialog invitation={revoking} onDone={setSaid} onClose={() => setRevoking(null)} />
      ) : null}
    </div>
  );
};

interface RevokeDialogProps {
  readonly invitation: Invitation;
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

const RevokeDialog = ({ invitation, onDone, onClose }: RevokeDialogProps) => {
  const { t } = useTranslation('administration');
  const change = useChange();
  const revoke = async (): Promise<boolean> => {
    const path = `invitations/${invitation.id}/revoke`;
    const revoked = await change.send(path, { method: 'POST', done: '' });
    if (revoked !== null) onDone(t('invitations.revoked'));
    return revoked !== null;
  };
  return (
    <WishDialog
      title={t('invitations.revokeTitle')}
      action={t('invitations.revoke')}
      change={change}
      onSend={revoke}
      onClose={onClose}
    >
      <p>{t('invitations.revokeText')}</p>
    </WishDialog>
  );
};
