import type { CodeSent, IdentityChange } from '@comitium/contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../../data/entry/use-send.ts';
import { CodeForm } from '../../../ui/entry/code-form.tsx';
import { Notice } from '../../../ui/problem-notice/notice.tsx';
import classes from '../account.module.css';

/** One code at a time, the new number's first. */
export interface PhoneCodes {
  readonly new: CodeSent;
  readonly old: CodeSent | null;
}

interface ConfirmPhoneProps {
  readonly codes: PhoneCodes;
  readonly onConfirmed: (change: IdentityChange) => void;
  readonly onClose: () => void;
}

export const ConfirmPhone = ({ codes, onConfirmed, onClose }: ConfirmPhoneProps) => {
  const { t } = useTranslation('account');
  const { busy, problem, send } = useSend();
  const [side, setSide] = useState<'new' | 'old'>('new');
  const sent = side === 'old' && codes.old !== null ? codes.old : codes.new;
  const confirm = async (code: string): Promise<void> => {
    const body = { challenge: sent.challenge, code };
    const change = await send<IdentityChange>('auth/me/phone/confirm', { method: 'POST', body });
    if (change === null) return;
    if (side === 'new' && codes.old !== null) setSide('old');
    onConfirmed(change);
  };
  return (
    <div className={classes['form']}>
      {side === 'old' ? <Notice tone="good" title={t('contact.newConfirmed')} /> : null}
      <CodeForm
        key={side}
        sent={sent}
        busy={busy}
        problem={problem}
        label={side === 'new' ? t('contact.codeOfNew') : t('contact.codeOfOld')}
        submit={t('contact.confirmCode')}
        onCode={(code) => void confirm(code)}
      >
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
      </CodeForm>
    </div>
  );
};
