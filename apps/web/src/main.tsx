import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './app/theme/fonts.css';
import './app/theme/tokens.css';
import './app/theme/page.css';
import { App } from './app/app.tsx';
import { startTexts } from './i18n/start-texts.ts';
import { startColorScheme } from './ui/color-scheme/color-scheme.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root');

startColorScheme();
await startTexts();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
