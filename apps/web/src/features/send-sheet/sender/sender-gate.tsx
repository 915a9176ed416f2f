import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { mayHaveSession } from '../../../data/session-token.ts';
import { ForbiddenState } from '../../../ui/state-message/forbidden-state.tsx';
import { StateMessage } from '../../../ui/state-message/state-message.tsx';
import { type OpenSender, onSenderOpened, openSender, presentSender } from './open-sender.ts';
import { SenderContext } from './sender-context.ts';
import { useOnline } from './use-online.ts';
import { useQueuePerson } from './use-queue-person.ts';
import { useSenderPerson } from './use-sender-person.ts';

/** Opens the store of this device and finds out who sends; without signal the last person's work goes on. */
export const SenderGate = ({ children }: { readonly children: ReactNode }) => {
  const { t } = useTranslation('send-sheet');
  const open = useSyncExternalStore(onSenderOpened, presentSender);
  const { person, signedIn } = useSenderPerson();
  useEffect(() => void openSender(), []);
  useQueuePerson(open, { person, signedIn });
  if (open === null) return <StateMessage title={t('opening')} />;
  if (person === null) return <ForbiddenState text={t('forbidden')} signedIn={false} />;
  return (
    <OpenGate open={open} person={person} signedIn={signedIn}>
      {children}
    </OpenGate>
  );
};

interface OpenGateProps {
  readonly open: OpenSender;
  readonly person: { readonly id: string; readonly email: string; readonly name: string };
  readonly signedIn: boolean;
  readonly children: ReactNode;
}

const OpenGate = ({ open, person, signedIn, children }: OpenGateProps) => {
  const queueState = useSyncExternalStore(open.queue.subscribe, open.queue.state);
  const online = useOnline();
  const sessionEnded = !signedIn && !mayHaveSession();
  const sender = { ...open, queueState, person, signedIn, sessionEnded, online };
  return <SenderContext value={sender}>{children}</SenderContext>;
};
