import './app/theme/fonts.css';
import './app/theme/tokens.css';
import './app/theme/page.css';
import { askForMap } from './data/early/ask-for-map.ts';
import { reloadForNewBuild } from './data/offline/reload-for-new-build.ts';
import { chosenLanguage, showLanguage } from './i18n/language.ts';
import { askForMapTexts } from './i18n/map-texts.ts';
import { startColorScheme } from './ui/color-scheme/color-scheme.ts';

// Small on purpose: it runs while the program is still being fetched, and asks for what the first page will show.
reloadForNewBuild();
startColorScheme();
showLanguage(chosenLanguage());
const isMap = askForMap(window.location);
const page = isMap ? import('./features/live-map/live-map-page.tsx') : null;
const texts = isMap ? askForMapTexts(chosenLanguage()) : null;
const { start } = await import('./start.tsx');
await Promise.all([page, texts]);
await start();
