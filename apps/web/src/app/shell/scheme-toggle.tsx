import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './shell.module.css';

const next: Record<MantineColorScheme, MantineColorScheme> = { auto: 'light', light: 'dark', dark: 'auto' };

/** Cycles as the device → light → dark; the drawing is a disc, half or wholly filled. */
export const SchemeToggle = () => {
  const { t } = useTranslation('shell');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const label = t('scheme.toggle', { now: t(`scheme.${colorScheme}`) });
  return (
    <button
      type="button"
      className={classes['toggle']}
      onClick={() => setColorScheme(next[colorScheme])}
      aria-label={label}
      title={label}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="10" cy="10" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        {colorScheme === 'auto' ? <path d="M10 3.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" /> : null}
        {colorScheme === 'dark' ? <circle cx="10" cy="10" r="6.5" fill="currentColor" /> : null}
      </svg>
    </button>
  );
};
