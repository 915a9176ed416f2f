import { languages, type Me } from '@comitium/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../../data/entry/use-send.ts';
import { personKey } from '../../../data/use-session.ts';
import { isLanguage, languageNames } from '../../../i18n/language.ts';
import { chooseLanguage } from '../../../i18n/start-texts.ts';
import { Choices } from '../../../ui/choices/choices.tsx';
import { type ChosenScheme, chooseScheme } from '../../../ui/color-scheme/color-scheme.ts';
import { useChosenScheme } from '../../../ui/color-scheme/use-color-scheme.ts';
import { PlainProblem } from '../../../ui/entry/plain-problem.tsx';
import { Notice } from '../../../ui/problem-notice/notice.tsx';
import classes from '../account.module.css';
import { Card } from '../card.tsx';

const schemes = ['auto', 'light', 'dark'] as const satisfies readonly ChosenScheme[];

/** The language is the account's, because messages are written in it; the colours belong to the device. */
export const LookSection = ({ person }: { readonly person: Me }) => {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const { problem, send } = useSend();
  const [failed, setFailed] = useState(false);
  /** What was just chosen, until the server has it. */
  const [wanted, setWanted] = useState<string | null>(null);
  const scheme = useChosenScheme();
  const choose = async (language: string): Promise<void> => {
    if (!isLanguage(language)) return;
    setWanted(language);
    const me = await send<Me>('auth/me', { method: 'PATCH', body: { language } });
    if (me !== null) client.setQueryData(personKey, me);
    setWanted(null);
    if (me === null) return;
    try {
      await chooseLanguage(language);
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <Card title={t('look.title')}>
      <div className={classes['setting']}>
        <p aria-hidden="true">{t('look.language')}</p>
        <Choices
          label={t('look.language')}
          options={languages.map((value) => ({ value, label: languageNames[value], lang: value }))}
          value={wanted ?? person.language}
          onChange={(value) => void choose(value)}
        />
        <p className={classes['small']}>{t('look.languageText')}</p>
        <PlainProblem problem={problem} />
        {failed ? <Notice tone="bad" role="alert" title={t('look.failed')} /> : null}
      </div>
      <div className={classes['setting']}>
        <p aria-hidden="true">{t('look.scheme')}</p>
        <Choices
          label={t('look.scheme')}
          options={schemes.map((value) => ({ value, label: t(`look.scheme_${value}`) }))}
          value={scheme}
          onChange={(value) => chooseScheme(schemes.find((known) => known === value) ?? 'auto')}
        />
        <p className={classes['small']}>{t('look.schemeText')}</p>
      </div>
    </Card>
  );
};
