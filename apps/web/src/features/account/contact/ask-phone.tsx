import type { Me, PhoneChangeStarted } from '@comitium/contract';
import { useSend } from '../../../data/entry/use-send.ts';
import type { PhoneCodes } from './confirm-phone.tsx';
import { ContactForm, type NewContact } from './contact-form.tsx';

interface AskPhoneProps {
  readonly person: Me;
  readonly onSent: (codes: PhoneCodes) => void;
  readonly onClose: () => void;
}

export const AskPhone = ({ person, onSent, onClose }: AskPhoneProps) => {
  const { busy, problem, send } = useSend();
  const ask = async ({ value, ...proof }: NewContact): Promise<void> => {
    const body = { phone: value, ...proof };
    const started = await send<PhoneChangeStarted>('auth/me/phone', { method: 'POST', body });
    if (started === null) return;
    onSent({ new: started.newCode, old: proof.oldUnreachable ? null : started.oldCode });
  };
  return <ContactForm kind="phone" {...{ person, busy, problem, onClose }} onSend={ask} />;
};
