import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './count.module.css';

/** Cast vote records may hold several contests: one is read at a time. */
export const ContestForm = ({ onContest }: { readonly onContest: (id: string) => void }) => {
  const { t } = useTranslation('count');
  const [id, setId] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onContest(id.trim());
  };
  return (
    <form className={classes['panel']} onSubmit={submit}>
      <div className={classes['fields']}>
        <label className={classes['field']}>
          <span>{t('contest.id')}</span>
          <input value={id} onChange={(event) => setId(event.currentTarget.value)} />
        </label>
      </div>
      <button type="submit" className={classes['main']} disabled={id.trim() === ''}>
        {t('columns.read')}
      </button>
    </form>
  );
};
