import type { FactorChallenge, FactorKind, PasskeyOptions, ProveFactorBody } from '@comitium/contract';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemAnswer } from '../../data/problem-error.ts';
import { askPasskey, offersPasskeys } from '../../data/security/passkeys.ts';
import { sendRequest } from '../../data/send-request.ts';
import { Notice } from '../problem-notice/notice.tsx';
import { ProblemNotice } from '../problem-notice/problem-notice.tsx';
import { TextButton } from '../text-button/text-button.tsx';
import { CodeField } from './code-field.tsx';
import classes from './factor-form.module.css';

export type FactorProof = Omit<ProveFactorBody, 'challenge'>;

interface FactorFormProps {
  readonly challenge: FactorChallenge;
  /** Answers why it was refused; null where it was not. */
  readonly onProof: (proof: FactorProof) => Promise<ProblemAnswer | null>;
  readonly onCancel: () => void;
}

/** Asks for a second factor: one of those that the person has, and the others by a click. */
export const FactorForm = ({ challenge, onProof, onCancel }: FactorFormProps) => {
  const { t } = useTranslation('security');
  const methods = challenge.methods.filter((kind) => kind !== 'passkey' || offersPasskeys());
  const [kind, setKind] = useState<FactorKind | undefined>(methods[0]);
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const [cancelled, setCancelled] = useState(false);
  const begin = (): void => {
    setBusy(true);
    setProblem(null);
    setCancelled(false);
  };
  const prove = async (proof: FactorProof): Promise<void> => {
    const refused = await onProof(proof);
    setProblem(refused);
    if (refused !== null) setText('');
    setBusy(false);
  };
  const provePasskey = async (): Promise<void> => {
    begin();
    const body = { challenge: challenge.challenge };
    const offer = await sendRequest<PasskeyOptions>('auth/second-factor/passkey', { method: 'POST', body });
    if (!offer.ok) {
      setProblem(offer.error);
      setBusy(false);
      return;
    }
    const signed = await askPasskey(offer.value.body);
    if (signed.ok) return prove({ passkey: signed.value });
    setCancelled(true);
    setBusy(false);
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    if (kind === 'passkey') return provePasskey();
    const typed = text.trim();
    if (typed === '') return;
    begin();
    await prove(kind === 'totp' ? { code: typed.replace(/\s/g, '') } : { recoveryCode: typed });
  };
  return (
    <form className={classes['form']} onSubmit={(event) => void submit(event)} noValidate>
      <ProblemNotice problem={problem} withErrors />
      {cancelled ? <Notice tone="warn" title={t('passkey.cancelled')} /> : null}
      {kind === undefined ? <Notice tone="bad" title={t('step.none')} /> : null}
      {kind === 'passkey' ? <p>{t('step.passkeyText')}</p> : null}
      {kind === 'totp' || kind === 'recovery_code' ? (
        <CodeField key={kind} kind={kind} value={text} onChange={setText} />
      ) : null}
      <div className={classes['row']}>
        <Button type="submit" size="md" loading={busy} disabled={kind === undefined}>
          {t(kind === 'passkey' ? 'step.usePasskey' : 'step.confirm')}
        </Button>
        <Button variant="default" size="md" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
      <p className={classes['others']}>
        {methods
          .filter((other) => other !== kind)
          .map((other) => (
            <TextButton key={other} onClick={() => setKind(other)}>
              {t(`step.other.${other}`)}
            </TextButton>
          ))}
      </p>
    </form>
  );
};
