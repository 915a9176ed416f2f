import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keepOffline } from '../../data/offline/keep-offline.ts';
import { isLanguage, languageNames } from '../../i18n/language.ts';
import { chooseLanguage } from '../../i18n/start-texts.ts';
import classes from './language-choice.module.css';

/**
 * The device's own list of languages lies unseen over the name of the present one: so the bar stays narrow, and the
 * names in other scripts load no font before they are chosen.
 */
export const LanguageChoice = () => {
  const { t, i18n } = useTranslation('shell');
  const [failed, setFailed] = useState(false);
  const choose = async (value: string): Promise<void> => {
    if (!isLanguage(value)) return;
    try {
      await chooseLanguage(value);
      setFailed(false);
      void keepOffline();
    } catch {
      setFailed(true);
    }
  };
  const present = isLanguage(i18n.language) ? i18n.language : 'en';
  return (
    <span className={classes['choice']}>
      <span className={classes['name']} aria-hidden="true">
        {languageNames[present]}
      </span>
      <span className={classes['code']} aria-hidden="true">
        {present}
      </span>
      <select
        className={classes['list']}
        aria-label={t('language.label')}
        value={present}
        onChange={(event) => void choose(event.currentTarget.value)}
      >
        {Object.entries(languageNames).map(([code, name]) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
      <span role="status" className={failed ? classes['failed'] : 'visually-hidden'}>
        {failed ? t('language.failed') : null}
      </span>
    </span>
  );
};
