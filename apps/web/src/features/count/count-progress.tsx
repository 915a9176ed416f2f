import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { TextButton } from '../../ui/text-button/text-button.tsx';
import classes from './count.module.css';
import type { CountNews } from './count-order.ts';

interface CountProgressProps {
  readonly news: CountNews;
  readonly onCancel: () => void;
}

/** How far the worker has come, and the way to stop it. */
export const CountProgress = ({ news, onCancel }: CountProgressProps) => {
  const { t } = useTranslation('count');
  const format = useFormat();
  const reading = news.kind === 'reading' && news.part < 1;
  const words =
    news.kind === 'counting'
      ? t('progress.counting', { round: format.count(news.round) })
      : t('progress.reading');
  return (
    <div className={classes['progress']}>
      <label>
        <span>{words}</span>
        <progress className={classes['bar']} {...(reading ? { value: news.part, max: 1 } : {})} />
      </label>
      <TextButton onClick={onCancel}>{t('progress.cancel')}</TextButton>
    </div>
  );
};
