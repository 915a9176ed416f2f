import type { InvitationPreview } from '@comitium/contract';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchBody } from '../../data/send-request.ts';
import { useChange } from '../../data/use-change.ts';
import { useSession } from '../../data/use-session.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { PageFrame } from '../../ui/page-frame/page-frame.tsx';
import { ProblemNotice } from '../../ui/problem-notice/problem-notice.tsx';
import { Skeleton } from '../../ui/skeleton/skeleton.tsx';
import { StateMessage } from '../../ui/state-message/state-message.tsx';
import classes from './invitation.module.css';
import { InvitationFacts } from './invitation-facts.tsx';
import { forgetToken, readToken } from './kept-token.ts';

/** Where the link of an invitation leads: what is offered, and taking it on. */
export const InvitationPage = () => {
  const { t } = useTranslation('invitation');
  const [token] = useState(readToken);
  const [accepted, setAccepted] = useState(false);
  const preview = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) =>
      fetchBody<InvitationPreview>('invitations/preview', { method: 'POST', body: { token }, signal }),
    enabled: token !== '' && !accepted,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (accepted) {
    return (
      <StateMessage title={t('accepted')} text={t('acceptedText')} whole>
        <Link to="/">{t('start')}</Link>
      </StateMessage>
    );
  }
  if (token === '' || preview.error) {
    return <StateMessage title={t('gone')} text={t(token === '' ? 'noToken' : 'goneText')} whole />;
  }
  if (!preview.data) return <Skeleton height="16rem" />;
  return <Offer offer={preview.data} token={token} onAccepted={() => setAccepted(true)} />;
};

interface OfferProps {
  readonly offer: InvitationPreview;
  readonly token: string;
  readonly onAccepted: () => void;
}

const Offer = ({ offer, token, onAccepted }: OfferProps) => {
  const { t } = useTranslation('invitation');
  const format = useFormat();
  const { state } = useSession();
  const change = useChange();
  const accept = async (): Promise<void> => {
    const answer = await change.send('invitations/accept', { method: 'POST', body: { token }, done: '' });
    if (answer === null) return;
    forgetToken();
    onAccepted();
  };
  const { invitedBy } = offer;
  const asks = invitedBy === null ? t('asksOperator') : t('asks', { name: invitedBy });
  return (
    <PageFrame title={t('title')} text={asks}>
      <InvitationFacts offer={offer} />
      <ProblemNotice problem={change.problem} withErrors />
      {state === 'signed_in' ? (
        <div className={classes['row']}>
          <Button loading={change.busy} onClick={() => void accept()}>
            {t('accept')}
          </Button>
        </div>
      ) : (
        <>
          <p>{t('signIn', { to: offer.to })}</p>
          <div className={classes['row']}>
            <Link to="/sign-in" search={{ back: '/invitation' }}>
              {t('toSignIn')}
            </Link>
          </div>
        </>
      )}
      <p className={classes['small']}>{t('goodUntil', { time: format.time(offer.expiresAt) })}</p>
    </PageFrame>
  );
};
