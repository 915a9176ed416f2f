import { useTranslation } from 'react-i18next';

/** 45 → “45 seconds”, 200 → “4 minutes”: rounded up, so that nobody comes back too early. */
export const useWaitWords = (): ((seconds: number) => string) => {
  const { t } = useTranslation('entry');
  return (seconds) => {
    if (seconds < 90) return t('wait.second', { count: seconds });
    if (seconds < 90 * 60) return t('wait.minute', { count: Math.ceil(seconds / 60) });
    return t('wait.hour', { count: Math.ceil(seconds / 3600) });
  };
};
