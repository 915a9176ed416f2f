import type { Language } from '@comitium/contract';
import i18next from 'i18next';
import { isLanguage } from './language.ts';

/** What the pages are written in now: the server's messages to whoever has no account yet are asked for in it. */
export const presentLanguage = (): Language => (isLanguage(i18next.language) ? i18next.language : 'en');
