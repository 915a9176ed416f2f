import { useTranslation } from 'react-i18next';
import { Choices } from '../../ui/choices/choices.tsx';
import { TextButton } from '../../ui/text-button/text-button.tsx';
import type { Board } from './board.ts';
import classes from './live-map.module.css';
import type { FigureKind } from './use-figure-layout.ts';

/** Map or hexagons where both can be drawn, and the election before as a second voice. */
export const FigureControls = ({
  election,
  search,
  compare,
  go,
  kind,
}: Board & { readonly kind: FigureKind }) => {
  const { t } = useTranslation('live-map');
  return (
    <div className={classes['controls']}>
      {kind === 'none' ? null : (
        <Choices
          label={t('view.label')}
          options={[
            { value: 'map', label: t('view.map') },
            { value: 'hex', label: t('view.hex') },
          ]}
          value={kind}
          onChange={(view) => go({ ...search, view: view === 'hex' ? 'hex' : undefined })}
        />
      )}
      {election.previous ? (
        <TextButton aria-pressed={compare} onClick={() => go({ compare: compare ? 'off' : undefined })}>
          {t('compare', { election: election.previous })}
        </TextButton>
      ) : null}
    </div>
  );
};
