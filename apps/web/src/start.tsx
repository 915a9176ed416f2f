import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { askAgainWhenOnline } from './data/last-known/or-last-known.ts';
import { onKeepOffline, startKeepingOffline } from './data/offline/keep-offline.ts';
import { payOwedSignOut } from './data/owed-sign-out.ts';
import { onFarewell } from './data/use-session.ts';
import { startTexts } from './i18n/start-texts.ts';

export const start = async (): Promise<void> => {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no element #root');
  await startTexts();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  askAgainWhenOnline();
  payOwedSignOut();
  onFarewell(async () => (await import('./features/send-sheet/storage/forget-sheets.ts')).forgetSheets());
  onKeepOffline(async () =>
    (await import('./features/send-sheet/sender/keep-for-sending.ts')).keepForSending(),
  );
  startKeepingOffline();
};
