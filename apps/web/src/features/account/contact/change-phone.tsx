import type { IdentityChange, Me } from '@comitium/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { personKey } from '../../../data/use-session.ts';
import { ModalDialog } from '../../../ui/modal-dialog/modal-dialog.tsx';
import { AskPhone } from './ask-phone.tsx';
import { ConfirmPhone, type PhoneCodes } from './confirm-phone.tsx';

interface ChangePhoneProps {
  readonly person: Me;
  readonly onClose: () => void;
}

/** First the new number, then the codes that were sent to it and, where it can still be read, to the old one. */
export const ChangePhone = ({ person, onClose }: ChangePhoneProps) => {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const [codes, setCodes] = useState<PhoneCodes | null>(null);
  const hasOne = person.identities.some(({ kind }) => kind === 'phone');
  const settle = async (change: IdentityChange): Promise<void> => {
    await client.invalidateQueries({ queryKey: personKey });
    if (change.state === 'applied' || change.waitingFor.every((side) => side === 'old' && change.appliesAt))
      onClose();
  };
  return (
    <ModalDialog title={t(hasOne ? 'contact.newPhone' : 'contact.addPhone')} onClose={onClose}>
      {codes === null ? (
        <AskPhone person={person} onSent={setCodes} onClose={onClose} />
      ) : (
        <ConfirmPhone codes={codes} onConfirmed={(change) => void settle(change)} onClose={onClose} />
      )}
    </ModalDialog>
  );
};
