import type { CountReport } from '@comitium/tally/methods';
import type { OpenTie } from '@comitium/tally/ties';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isolate } from '../../../i18n/isolate.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { TextButton } from '../../../ui/text-button/text-button.tsx';
import classes from './result.module.css';

interface LotFormProps {
  readonly report: CountReport;
  readonly open: OpenTie;
  readonly onLot: (lot: readonly number[]) => void;
}

/** A tie that only a lot can settle: names are pressed in the order in which they were drawn; pressed again, they go back. */
export const LotForm = ({ report, open, onLot }: LotFormProps) => {
  const { t, i18n } = useTranslation('count');
  const format = useFormat();
  const [drawn, setDrawn] = useState<readonly number[]>([]);
  const left = open.choices.filter((choice) => !drawn.includes(choice));
  // The last one left needs no drawing.
  const order = left.length === 1 ? [...drawn, ...left] : drawn;
  const isWhole = order.length === open.choices.length;
  const nameOf = (choice: number): string => report.choices[choice]?.name ?? '';
  const press = (choice: number): void =>
    setDrawn(drawn.includes(choice) ? drawn.filter((one) => one !== choice) : [...drawn, choice]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isWhole) onLot(order);
  };
  return (
    <form onSubmit={submit}>
      <fieldset className={classes['lot']}>
        <legend>{t('lot.title')}</legend>
        <p>{t('lot.text')}</p>
        <div className={classes['buttons']}>
          {open.choices.map((choice) => {
            const place = order.indexOf(choice) + 1;
            return (
              <TextButton key={choice} aria-pressed={drawn.includes(choice)} onClick={() => press(choice)}>
                {place > 0 ? `${format.count(place)} · ` : ''}
                {isolate(nameOf(choice), i18n.language)}
              </TextButton>
            );
          })}
        </div>
        <button type="submit" className={classes['go']} disabled={!isWhole}>
          {t('lot.go')}
        </button>
      </fieldset>
    </form>
  );
};
