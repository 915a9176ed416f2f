import { type CsvPlan, delimiterOf, readScale } from '@comitium/tally/formats';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Pick } from '../../ui/pick/pick.tsx';
import classes from './count.module.css';

interface ColumnsFormProps {
  /** The beginning of the file. */
  readonly head: string;
  readonly onPlan: (plan: CsvPlan) => void;
}

const layouts = ['choices', 'ranks', 'scores', 'marks'] as const;
type Layout = (typeof layouts)[number];

/** A CSV does not say what its columns are: the reader of the page does. */
export const ColumnsForm = ({ head, onPlan }: ColumnsFormProps) => {
  const { t } = useTranslation('count');
  const [layout, setLayout] = useState<Layout>('choices');
  const [weight, setWeight] = useState('');
  const [scale, setScale] = useState('0-5');
  const delimiter = delimiterOf(head);
  const [first = ''] = head.split(/\r?\n/);
  const columns = first.split(delimiter).map((name) => name.trim().replace(/^"|"$/g, ''));
  const read = readScale(scale);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (layout === 'scores' && !read.ok) return;
    onPlan({
      ...{ layout, delimiter },
      ...(weight === '' ? {} : { weightColumn: weight }),
      ...(layout === 'scores' && read.ok ? { scale: read.value } : {}),
    });
  };
  return (
    <form className={classes['panel']} onSubmit={submit}>
      <h2 className={classes['heading']}>{t('columns.title')}</h2>
      <div className={classes['fields']}>
        <Pick
          label={t('columns.layout')}
          value={layout}
          options={layouts.map((value) => ({ value, label: t(`columns.${value}`) }))}
          onChange={(value) => setLayout(layouts.find((one) => one === value) ?? 'choices')}
        />
        <Pick
          label={t('columns.weight')}
          value={weight}
          options={[
            { value: '', label: t('columns.noWeight') },
            ...columns.map((value) => ({ value, label: value })),
          ]}
          onChange={setWeight}
        />
        {layout === 'scores' ? (
          <label className={classes['field']}>
            <span>{t('columns.scale')}</span>
            <input
              value={scale}
              aria-invalid={!read.ok}
              onChange={(event) => setScale(event.currentTarget.value)}
            />
          </label>
        ) : null}
      </div>
      <button type="submit" className={classes['main']}>
        {t('columns.read')}
      </button>
    </form>
  );
};
