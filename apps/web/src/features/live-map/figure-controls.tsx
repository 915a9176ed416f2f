import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { electionQuery } from '../../data/queries.ts';
import type { FigureKind } from '../../ui/area-figure/use-figure-layout.ts';
import { Choices } from '../../ui/choices/choices.tsx';
import { Toggle } from '../../ui/toggle/toggle.tsx';
import type { Board } from './board.ts';
import classes from './live-map.module.css';

interface FigureControlsProps extends Board {
  readonly kind: FigureKind;
  /** Whether both map and hexagons can be drawn here. */
  readonly both: boolean;
  readonly comparable: boolean;
}

/** Map or hexagons where both can be drawn, and the election before as a second voice. */
export const FigureControls = ({ election, compare, go, kind, both, comparable }: FigureControlsProps) => {
  const { t } = useTranslation('live-map');
  const before = comparable ? (election.previous ?? '') : '';
  const previous = useQuery({ ...electionQuery(before), enabled: before !== '' });
  return (
    <div className={classes['controls']}>
      {both ? (
        <Choices
          label={t('view.label')}
          options={[
            { value: 'map', label: t('view.map') },
            { value: 'hex', label: t('view.hex') },
          ]}
          value={kind}
          onChange={(view) => go({ view: view === 'hex' ? 'hex' : undefined })}
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
