import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Pick } from '../../ui/pick/pick.tsx';
import classes from './count.module.css';
import type { Contests } from './use-ballot-file.ts';

interface ContestFormProps {
  readonly contests: Contests;
  readonly onContest: (id: string) => void;
}

/** Cast vote records may hold several contests: one is read at a time. */
export const ContestForm = ({ contests, onContest }: ContestFormProps) => {
  const { t } = useTranslation('count');
  const [id, setId] = useState(contests[0]?.id ?? '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onContest(id);
  };
  return (
    <form className={classes['panel']} onSubmit={submit}>
      <h2 className={classes['heading']}>{t('contest.title')}</h2>
      <div className={classes['fields']}>
        <Pick
          label={t('contest.which')}
          value={id}
          options={contests.map(({ id: value, name }) => ({ value, label: name }))}
          onChange={setId}
        />
      </div>
      <button type="submit" className={classes['main']}>
        {t('columns.read')}
      </button>
    </form>
  );
};
