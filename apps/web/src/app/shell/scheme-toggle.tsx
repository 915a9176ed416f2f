import { useTranslation } from 'react-i18next';
import { type ChosenScheme, chooseScheme } from '../../ui/color-scheme/color-scheme.ts';
import { useChosenScheme } from '../../ui/color-scheme/use-color-scheme.ts';
import classes from './shell.module.css';

const next: Record<ChosenScheme, ChosenScheme> = { auto: 'light', light: 'dark', dark: 'auto' };

/** Cycles as the device → light → dark; the drawing is a disc, half or wholly filled. */
export const SchemeToggle = () => {
  const { t } = useTranslation('shell');
  const chosen = useChosenScheme();
  const label = t('scheme.toggle', { now: t(`scheme.${chosen}`) });
  return (
    <button
      type="button"
      className={classes['toggle']}
      onClick={() => chooseScheme(next[chosen])}
      aria-label={label}
      title={label}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="10" cy="10" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        {chosen === 'auto' ? <path d="M10 3.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" /> : null}
        {chosen === 'dark' ? <circle cx="10" cy="10" r="6.5" fill="currentColor" /> : null}
      </svg>
    </button>
  );
};
