import { useTranslation } from 'react-i18next';
import { Pick } from '../../ui/pick/pick.tsx';
import classes from './count.module.css';
import type { TieSetting } from './tie-setting.ts';

const looks = ['nowhere', 'latest', 'first', 'later'] as const;
const lasts = ['ask', 'seed', 'paper'] as const;

interface TiesFormProps {
  readonly ties: TieSetting;
  readonly onChange: (ties: TieSetting) => void;
}

/** Where the count looks when votes are equal, and what decides in the end. */
export const TiesForm = ({ ties, onChange }: TiesFormProps) => {
  const { t } = useTranslation('count');
  return (
    <details className={classes['more']}>
      <summary>{t('ties.title')}</summary>
      <div className={classes['fields']}>
        <Pick
          label={t('ties.look')}
          value={ties.look}
          options={looks.map((value) => ({ value, label: t(`ties.${value}`) }))}
          onChange={(value) => onChange({ ...ties, look: looks.find((one) => one === value) ?? 'nowhere' })}
        />
        <Pick
          label={t('ties.otherwise')}
          value={ties.otherwise}
          options={lasts.map((value) => ({ value, label: t(`ties.${value}`) }))}
          onChange={(value) => onChange({ ...ties, otherwise: lasts.find((one) => one === value) ?? 'ask' })}
        />
        {ties.otherwise === 'seed' ? (
          <label className={classes['field']}>
            <span>{t('ties.seedText')}</span>
            <input
              value={ties.seed}
              onChange={(event) => onChange({ ...ties, seed: event.currentTarget.value })}
            />
          </label>
        ) : null}
      </div>
    </details>
  );
};
