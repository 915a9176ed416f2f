import type { Analysis } from '@comitium/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { analysisQuery, electionQuery } from '../../data/queries.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLevelWords } from '../../ui/level-words/use-level-words.ts';
import { Skeleton } from '../../ui/skeleton/skeleton.tsx';
import { FailedState } from '../../ui/state-message/failed-state.tsx';
import { SwingPlot } from '../../ui/swing-plot/swing-plot.tsx';
import { AnalysisTable } from './analysis-table.tsx';
import type { Board } from './board.ts';
import classes from './live-map.module.css';

interface AnalysisPanelProps extends Board {
  readonly kind: Analysis['kind'];
}

const Swing = ({ election, view, partyOf, pointing }: Board) => {
  const { t } = useTranslation('live-map');
  const format = useFormat();
  const levels = useLevelWords();
  const before = election.previous ?? '';
  const previous = useQuery({ ...electionQuery(before), enabled: before !== '' });
  const moved = view.children.filter(({ swing }) => swing !== undefined);
  if (moved.length === 0) return null;
  const named = { election: previous.data?.name ?? before, level: levels.one(view.childLevel ?? '') };
  const counted = { reported: format.count(moved.length), areas: format.count(view.children.length) };
  return (
    <SwingPlot
      areas={moved}
      partyOf={partyOf}
      pointing={pointing}
      caption={`${t('swingPlot.caption', named)}. ${t('swingPlot.reported', counted)}.`}
    />
  );
};

/** Districts worth a look: close, changed, or of two minds; each row leads to its place. */
export const AnalysisPanel = (props: AnalysisPanelProps) => {
  const { election, view, kind } = props;
  const { t } = useTranslation('live-map');
  const whole = view.scope.level === 'national';
  const list = useQuery({ ...analysisQuery(election.code, view.race.code, kind), enabled: whole });
  const other = election.races.find(({ code }) => code !== view.race.code);
  return (
    <>
      {kind === 'swing' ? <Swing {...props} /> : null}
      {whole ? (
        <p className={classes['note']}>
          {t(`analysis.${kind}`, { race: view.race.name, other: other?.name ?? '' })}
        </p>
      ) : null}
      {list.error ? <FailedState error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data ? <AnalysisTable {...props} items={list.data.items} other={other?.name ?? ''} /> : null}
      {whole && list.isPending ? <Skeleton height="20rem" /> : null}
    </>
  );
};
