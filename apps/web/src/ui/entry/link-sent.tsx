import type { LinkSent as Sent } from '@comitium/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { StateMessage } from '../state-message/state-message.tsx';

interface LinkSentProps {
  readonly sent: Sent;
  readonly children?: ReactNode;
}

/** The same words whether or not the address has an account. */
export const LinkSent = ({ sent, children }: LinkSentProps) => {
  const { t } = useTranslation('entry');
  const format = useFormat();
  return (
    <StateMessage
      title={t('link.sent')}
      text={t('link.sentText', { to: `\u2068${sent.sentTo}\u2069`, time: format.time(sent.expiresAt) })}
      note={t('link.sentNote')}
    >
      {children}
    </StateMessage>
  );
};
