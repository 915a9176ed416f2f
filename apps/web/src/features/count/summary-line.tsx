import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './count.module.css';
import type { BallotsSummary } from './count-order.ts';

/** What was read. */
export const SummaryLine = ({ summary }: { readonly summary: BallotsSummary }) => {
  const { t } = useTranslation('count');
  const format = useFormat();
  const { title, cast, different, choices, form } = summary;
  return (
    <p className={classes['summary']} role="status">
      {title === null ? null : <strong>{title}</strong>}
      <span>
        {t('summary.read', {
          cast: Number.isSafeInteger(Number(cast)) ? format.count(Number(cast)) : cast,
          different: format.count(different),
          choices: format.count(choices.length),
        })}
      </span>{' '}
      <span>{t(`summary.${form}`)}</span>
    </p>
  );
};
