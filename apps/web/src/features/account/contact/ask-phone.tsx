import type { Me, PhoneChangeStarted } from '@comitium/contract';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../../data/entry/use-send.ts';
import { PhoneField } from '../../../ui/entry/phone-field.tsx';
import { PlainProblem } from '../../../ui/entry/plain-problem.tsx';
import { useFieldWords } from '../../../ui/entry/use-field-words.ts';
import { Toggle } from '../../../ui/toggle/toggle.tsx';
import classes from '../account.module.css';
import { FreshField, freshCodes } from '../fresh-field.tsx';
import type { PhoneCodes } from './confirm-phone.tsx';

interface AskPhoneProps {
  readonly person: Me;
  readonly old: Me['identities'][number] | undefined;
  readonly onSent: (codes: PhoneCodes) => void;
  readonly onClose: () => void;
}

export const AskPhone = ({ person, old, onSent, onClose }: AskPhoneProps) => {
  const { t } = useTranslation(['account', 'entry']);
  const { busy, problem, send } = useSend();
  const [phone, setPhone] = useState(old && !old.verified ? old.value : '');
  const [oldUnreachable, setOldUnreachable] = useState(false);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const fieldWords = useFieldWords(problem);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (phone.trim() === '') return;
    const body = { phone: phone.trim(), oldUnreachable, ...(password && { password }) };
    const started = await send<PhoneChangeStarted>('auth/me/phone', { method: 'POST', body });
    if (started === null) return;
    onSent({ new: started.newCode, old: oldUnreachable ? null : started.oldCode });
  };
  return (
    <form className={classes['form']} onSubmit={(event) => void submit(event)} noValidate>
      <p className={classes['small']}>{old?.verified ? t('contact.bothText') : t('contact.codeText')}</p>
      <PlainProblem problem={problem} besides={freshCodes} />
      <PhoneField
        value={phone}
        error={tried && phone.trim() === '' ? t('entry:phone.missing') : fieldWords('phone')}
        onChange={setPhone}
      />
      {old?.verified ? (
        <Toggle checked={oldUnreachable} onChange={setOldUnreachable}>
          {t('contact.oldPhoneLost')}
        </Toggle>
      ) : null}
      <FreshField
        problem={problem}
        hasPassword={person.hasPassword}
        value={password}
        onChange={setPassword}
      />
      <div className={classes['row']}>
        <Button type="submit" loading={busy}>
          {t('contact.sendCode')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
};
