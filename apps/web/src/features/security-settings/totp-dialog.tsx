import type { FactorEnrolled, TotpEnrolment } from '@comitium/contract';
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemAnswer } from '../../data/problem-error.ts';
import { sendRequest } from '../../data/send-request.ts';
import { ModalDialog } from '../../ui/modal-dialog/modal-dialog.tsx';
import { ProblemNotice } from '../../ui/problem-notice/problem-notice.tsx';
import { QrCode } from './qr-code.tsx';
import classes from './security.module.css';

interface TotpDialogProps {
  readonly enrolment: TotpEnrolment;
  readonly onEnrolled: (enrolled: FactorEnrolled) => Promise<void>;
  readonly onClose: () => void;
}

/** The secret as a picture and as text, and the field for the first code. */
export const TotpDialog = ({ enrolment: { secret, uri }, onEnrolled, onClose }: TotpDialogProps) => {
  const { t } = useTranslation('security');
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const body = { code: code.replace(/\s/g, '') };
    const confirmed = await sendRequest<FactorEnrolled>('auth/me/totp/confirm', { method: 'POST', body });
    setBusy(false);
    if (!confirmed.ok) return setProblem(confirmed.error);
    await onEnrolled(confirmed.value.body);
  };
  return (
    <ModalDialog title={t('totp.title')} onClose={onClose}>
      <form className={classes['form']} onSubmit={(event) => void submit(event)} noValidate>
        <p>{t('totp.scan')}</p>
        <QrCode text={uri} label={t('totp.qr')} />
        <p>
          {t('totp.secret')}
          <code className={classes['secret']} dir="ltr">
            {secret.match(/.{1,4}/g)?.join(' ')}
          </code>
        </p>
        <ProblemNotice problem={problem} withErrors />
        <TextInput
          label={t('totp.code')}
          description={t('totp.hint')}
          inputMode="numeric"
          autoComplete="one-time-code"
          dir="ltr"
          size="md"
          maxLength={7}
          data-autofocus
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <div className={classes['row']}>
          <Button type="submit" loading={busy}>
            {t('totp.confirm')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
};
