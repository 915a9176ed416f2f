import type { Contest, SheetDetail, SheetRevision } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import classes from './detail.module.css';
import { differencesOf } from './revision-differences.ts';

interface HistoryPanelProps {
  readonly contest: Contest;
  readonly detail: SheetDetail;
}

/** What was done to the sheet, the newest first, with the figures that each revision changed. */
export const HistoryPanel = ({ contest, detail: { revisions, history } }: HistoryPanelProps) => {
  const { t } = useTranslation('desk');
  const format = useFormat();
  return (
    <section className={classes['panel']}>
      <h3 className={classes['heading']}>{t('history.title')}</h3>
      <ol className={classes['history']}>
        {history.toReversed().map(({ type, at, actor, reason, revision }) => (
          <li key={`${type} ${at}`} className={classes['event']}>
            <p>
              <strong>{t(`history.${type.replace(/^sheet\./, '')}`, { defaultValue: type })}</strong>
              <span className={classes['small']}>
                {[format.time(at), actor, t('history.revision', { revision })].filter(Boolean).join(' · ')}
              </span>
            </p>
            {reason ? <q>{reason}</q> : null}
            {/correct/.test(type) ? <Differences {...{ contest, revisions, revision }} /> : null}
          </li>
        ))}
      </ol>
    </section>
  );
};

interface DifferencesProps {
  readonly contest: Contest;
  readonly revisions: readonly SheetRevision[];
  readonly revision: number;
}

const Differences = ({ contest, revisions, revision }: DifferencesProps) => {
  const { t } = useTranslation(['desk', 'ui']);
  const format = useFormat();
  const after = revisions.find((each) => each.revision === revision);
  const before = revisions.find((each) => each.revision === revision - 1);
  if (!after || !before) return null;
  return (
    <ul className={classes['changes']}>
      {differencesOf(contest, before, after).map(({ key, choice, ...change }) => (
        <li key={key}>
          {t('history.change', {
            figure: choice ?? t(`ui:figures.${key}`),
            before: format.count(change.before),
            after: format.count(change.after),
          })}
        </li>
      ))}
    </ul>
  );
};
