import type { CountReport } from '@comitium/tally/methods';
import type { OpenTie } from '@comitium/tally/ties';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isolate } from '../../../i18n/isolate.ts';
import { TextButton } from '../../../ui/text-button/text-button.tsx';
import classes from './result.module.css';

interface LotFormProps {
  readonly report: CountReport;
  readonly open: OpenTie;
  readonly onLot: (lot: readonly number[]) => void;
}

/** A tie that only a lot can settle: names are pressed in the order in which they were drawn. */
export const LotForm = ({ report, open, onLot }: LotFormProps) => {
  const { t, i18n } = useTranslation('count');
  const [drawn, setDrawn] = useState<readonly number[]>([]);
  const nameOf = (choice: number): string => report.choices[choice]?.name ?? '';
  const press = (choice: number): void => {
    const next = [...drawn, choice];
    const left = open.choices.filter((one) => !next.includes(one));
    // The last one left needs no drawing.
    if (left.length > 1) setDrawn(next);
    else onLot([...next, ...left]);
  };
  return (
    <fieldset className={classes['lot']}>
      <legend>{t('lot.title')}</legend>
      <p>{t('lot.text')}</p>
      {drawn.length > 0 ? (
        <p>
          {t('lot.drawn', {
            names: drawn
              .map((choice) => isolate(nameOf(choice), i18n.language))
              .join(i18n.language === 'ar' ? '، ' : ', '),
          })}
        </p>
      ) : null}
      <div className={classes['buttons']}>
        {open.choices
          .filter((choice) => !drawn.includes(choice))
          .map((choice) => (
            <TextButton key={choice} onClick={() => press(choice)}>
              {nameOf(choice)}
            </TextButton>
          ))}
      </div>
    </fieldset>
  );
};
