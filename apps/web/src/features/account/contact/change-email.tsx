import type { IdentityChange, Me } from '@comitium/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../../data/entry/use-send.ts';
import { ModalDialog } from '../../../ui/modal-dialog/modal-dialog.tsx';
import { changesQuery } from './changes-query.ts';
import { ContactForm, type NewContact } from './contact-form.tsx';

interface ChangeEmailProps {
  readonly person: Me;
  readonly onClose: () => void;
}

export const ChangeEmail = ({ person, onClose }: ChangeEmailProps) => {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const { busy, problem, send } = useSend();
  const hasOne = person.identities.some(({ kind }) => kind === 'email');
  const change = async ({ value, ...proof }: NewContact): Promise<void> => {
    const body = { email: value, ...proof };
    const changed = await send<IdentityChange>('auth/me/email', { method: 'POST', body });
    if (changed === null) return;
    await client.invalidateQueries({ queryKey: changesQuery.queryKey });
    onClose();
  };
  return (
    <ModalDialog title={t(hasOne ? 'contact.newEmail' : 'contact.addEmail')} onClose={onClose}>
      <ContactForm kind="email" {...{ person, busy, problem, onClose }} onSend={change} />
    </ModalDialog>
  );
};
