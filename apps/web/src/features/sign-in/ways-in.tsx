import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '../../data/entry/use-entry.ts';
import { Choices } from '../../ui/choices/choices.tsx';
import { CodeSignIn } from './code-sign-in.tsx';
import { chooseWay, lastWay, type Way } from './last-way.ts';
import { PasswordSignIn } from './password-sign-in.tsx';

const ways = ['password', 'code'] as const satisfies readonly Way[];

export const WaysIn = ({ entry }: { readonly entry: Entry }) => {
  const { t } = useTranslation('sign-in');
  const [way, setWay] = useState(lastWay);
  const choose = (wanted: string): void => {
    const next = wanted === 'code' ? 'code' : 'password';
    chooseWay(next);
    setWay(next);
    entry.leave();
  };
  return (
    <>
      <Choices
        label={t('way.label')}
        options={ways.map((value) => ({ value, label: t(`way.${value}`) }))}
        value={way}
        onChange={choose}
      />
      {way === 'code' ? <CodeSignIn entry={entry} /> : <PasswordSignIn entry={entry} />}
    </>
  );
};
