import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Pick } from '../../ui/pick/pick.tsx';
import classes from './count.module.css';

interface SnapshotFormProps {
  readonly onSnapshot: (snapshot: 'original' | 'current') => void;
}

/** Cast vote records of a count that was made show its rounds: what is on the ballots, or what the last round made of them. */
export const SnapshotForm = ({ onSnapshot }: SnapshotFormProps) => {
  const { t } = useTranslation('count');
  const [current, setCurrent] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSnapshot(current ? 'current' : 'original');
  };
  return (
    <form className={classes['panel']} onSubmit={submit}>
      <h2 className={classes['heading']}>{t('snapshot.title')}</h2>
      <div className={classes['fields']}>
        <Pick
          label={t('snapshot.which')}
          value={current ? 'current' : 'original'}
          options={[
            { value: 'original', label: t('snapshot.original') },
            { value: 'current', label: t('snapshot.current') },
          ]}
          onChange={(value) => setCurrent(value === 'current')}
        />
      </div>
      <button type="submit" className={classes['main']}>
        {t('columns.read')}
      </button>
    </form>
  );
};
