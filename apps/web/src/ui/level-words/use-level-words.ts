import { useTranslation } from 'react-i18next';

export interface LevelWords {
  readonly one: (level: string) => string;
  /** What the lowest level reports is counted in these: stations, or whole regions. */
  readonly many: (level: string | undefined) => string;
}

const plain = (level: string): string => level.replaceAll('_', ' ');

/** A register names its levels by code; the common ones have words, any other is said as it is written. */
export const useLevelWords = (): LevelWords => {
  const { t } = useTranslation('ui');
  return {
    one: (level) => t(`level.${level}`, { defaultValue: plain(level) }),
    many: (level = 'station') => t(`levels.${level}`, { defaultValue: plain(level) }),
  };
};
