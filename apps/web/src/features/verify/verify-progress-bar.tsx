import type { VerifyProgress } from '@comitium/proof';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './verify.module.css';

/** How far the worker has come: leaves first, then elections. */
export const VerifyProgressBar = ({ progress }: { readonly progress: VerifyProgress | null }) => {
  const { t } = useTranslation('verify');
  const format = useFormat();
  const step = progress?.step ?? 'start';
  const words = t(`progress.${step}`, {
    done: format.count(progress?.done ?? 0),
    total: format.count(progress?.total ?? 0),
  });
  return (
    <div className={classes['progress']}>
      <label>
        <span>{words}</span>
        <progress
          className={classes['bar']}
          {...(progress && progress.total > 0 ? { value: progress.done, max: progress.total } : {})}
        />
      </label>
    </div>
  );
};
