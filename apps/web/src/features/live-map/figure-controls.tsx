import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { electionQuery } from '../../data/queries.ts';
import { cellLevel, type HasShapes } from '../../data/results/place.ts';
import type { FigureKind } from '../../ui/area-figure/use-figure-layout.ts';
import { Choices } from '../../ui/choices/choices.tsx';
import { useLevelWords } from '../../ui/level-words/use-level-words.ts';
import { Toggle } from '../../ui/toggle/toggle.tsx';
import type { Board } from './board.ts';
import classes from './live-map.module.css';

interface FigureControlsProps extends Board {
  readonly kind: FigureKind;
  readonly hasShapes: HasShapes;
  readonly comparable: boolean;
}

/** The ways this place can be drawn, the usual one first: as a map, for the whole country also by district, and as hexagons. */
const useViews = ({ election, view, hasShapes }: FigureControlsProps) => {
  const { t } = useTranslation('live-map');
  const words = useLevelWords();
  const level = election.levels[1] ?? '';
  const race = election.races.find(({ code }) => code === view.race.code);
  const bySeat = race !== undefined && race.seats > race.contests && race.seatMethod !== 'none';
  const hex = { value: 'hex', label: t(bySeat ? 'view.seat' : 'view.hex') };
  if (view.scope.level !== 'national') {
    return view.boundaries ? [{ value: 'map', label: t('view.map') }, hex] : [];
  }
  const districts = race ? cellLevel(election, race, hasShapes) : null;
  if (!hasShapes(level)) {
    if (!districts) return [];
    return [
      { value: 'districts', label: t('view.by', { level: words.one(districts) }) },
      { value: 'regions', label: t('view.by', { level: words.one(level) }) },
    ];
  }
  if (!districts || !hasShapes(districts)) return [{ value: 'map', label: t('view.map') }, hex];
  return [
    { value: 'map', label: t('view.by', { level: words.one(level) }) },
    { value: 'districts', label: t('view.by', { level: words.one(districts) }) },
    hex,
  ];
};

/** Map or hexagons where both can be drawn, and the election before as a second voice. */
export const FigureControls = (props: FigureControlsProps) => {
  const { election, search, compare, go, comparable } = props;
  const { t } = useTranslation('live-map');
  const before = comparable ? (election.previous ?? '') : '';
  const previous = useQuery({ ...electionQuery(before), enabled: before !== '' });
  const views = useViews(props);
  const usual = views[0]?.value ?? 'map';
  return (
    <div className={classes['controls']}>
      {views.length > 1 ? (
        <Choices
          label={t('view.label')}
          options={views}
          value={views.find(({ value }) => value === search.view)?.value ?? usual}
          onChange={(view) => go({ view: view === usual ? undefined : view })}
        />
      ) : null}
      {before ? (
        <Toggle checked={compare} onChange={(on) => go({ compare: on ? undefined : 'off' })}>
          {t('compare', { election: previous.data?.name ?? before })}
        </Toggle>
      ) : null}
    </div>
  );
};
