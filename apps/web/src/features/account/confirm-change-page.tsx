import type { IdentityChange } from '@comitium/contract';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLinkToken } from '../../data/entry/use-link-token.ts';
import { useSend } from '../../data/entry/use-send.ts';
import { personKey } from '../../data/use-session.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { LostLink } from '../../ui/entry/lost-link.tsx';
import { PlainProblem } from '../../ui/entry/plain-problem.tsx';
import { PageFrame } from '../../ui/page-frame/page-frame.tsx';
import { Notice } from '../../ui/problem-notice/notice.tsx';
import classes from './account.module.css';

/**
 * Where the link of a changed e-mail leads. Nothing happens by opening it: programs that look into mailboxes open links
 * too, and whoever did not ask for the change must be able to refuse it.
 */
export const ConfirmChangePage = () => {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const token = useLinkToken();
  const { busy, problem, send } = useSend();
  const [change, setChange] = useState<IdentityChange | null>(null);
  const answer = async (said: 'confirm' | 'refuse'): Promise<void> => {
    const changed = await send<IdentityChange>(`auth/change/${said}`, { method: 'POST', body: { token } });
    setChange(changed);
    if (changed !== null) await client.invalidateQueries({ queryKey: personKey });
  };
  if (token === null || problem?.code === 'link_refused') {
    return (
      <LostLink why={token === null ? 'cut' : 'over'}>
        <Link to="/account">{t('confirmChange.toAccount')}</Link>
      </LostLink>
    );
  }
  return (
    <PageFrame title={t('confirmChange.title')} text={change ? undefined : t('confirmChange.text')}>
      <PlainProblem problem={problem} />
      {change ? (
        <Outcome change={change} />
      ) : (
        <div className={classes['row']}>
          <Button size="lg" loading={busy} onClick={() => void answer('confirm')}>
            {t('confirmChange.yes')}
          </Button>
          <Button size="lg" variant="default" disabled={busy} onClick={() => void answer('refuse')}>
            {t('confirmChange.no')}
          </Button>
        </div>
      )}
    </PageFrame>
  );
};

const Outcome = ({ change }: { readonly change: IdentityChange }) => {
  const { t } = useTranslation('account');
  const format = useFormat();
  const { state, waitingFor, appliesAt, newIdentity } = change;
  const outcome = state === 'waiting' ? `waiting_${waitingFor[0] ?? 'new'}` : state;
  const effect = state === 'waiting' && appliesAt !== null;
  return (
    <Notice
      tone={state === 'cancelled' ? 'plain' : 'good'}
      title={t(`confirmChange.${outcome}`, { to: `\u2068${newIdentity}\u2069` })}
      text={
        effect
          ? t('waiting.appliesAt', { time: format.time(appliesAt) })
          : t(`confirmChange.${outcome}Text`, { defaultValue: '' })
      }
    >
      <Link to="/account">{t('confirmChange.toAccount')}</Link>
    </Notice>
  );
};
