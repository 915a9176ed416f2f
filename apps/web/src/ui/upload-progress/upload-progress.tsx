import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './upload-progress.module.css';

interface UploadProgressProps {
  readonly label: string;
  /** Of the file that has left, 0 to 1. */
  readonly share: number;
}

/** How far a file is on its way, as a bar and in per cent; screen readers ask for it when they want to know. */
export const UploadProgress = ({ label, share }: UploadProgressProps) => {
  const { t } = useTranslation('ui');
  const format = useFormat();
  return (
    <div className={classes['upload']}>
      <span>{label}</span>
      <span className={classes['share']}>
        {t('uploaded', { percent: format.count(Math.floor(share * 100)) })}
      </span>
      <progress className={classes['bar']} aria-label={label} max={1} value={share} />
    </div>
  );
};
