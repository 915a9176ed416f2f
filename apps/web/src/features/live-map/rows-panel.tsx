import { useTranslation } from 'react-i18next';
import { Choices } from '../../ui/choices/choices.tsx';
import { useLevelWords } from '../../ui/level-words/use-level-words.ts';
import { AnalysisPanel } from './analysis-panel.tsx';
import { AreaRows } from './area-rows.tsx';
import type { Board } from './board.ts';
import { chosenList, listsFor } from './list-tabs.ts';
import classes from './live-map.module.css';

/** The same facts as the map, in rows; or the districts worth a look. */
export const RowsPanel = (props: Board) => {
  const { view, search, go } = props;
  const { t } = useTranslation('live-map');
  const words = useLevelWords();
  const level = view.childLevel;
  if (!level) return null;
  const lists = listsFor(props);
  const list = chosenList(search.list, lists);
  return (
    <section className={classes['panel']} data-rows="" aria-labelledby="rows">
      <h2 id="rows" className={lists.length > 1 ? 'visually-hidden' : classes['panelTitle']}>
        {t('table.title', { level: words.one(level) })}
      </h2>
      {lists.length > 1 ? (
        <Choices
          label={t('list.label')}
          options={lists.map((kind) => ({
            value: kind,
            label: t(`list.${kind}`, { level: words.one(level) }),
          }))}
          value={list}
          onChange={(kind) => go({ list: kind === 'areas' ? undefined : kind })}
        />
      ) : null}
      {list === 'areas' ? <AreaRows {...props} level={level} /> : <AnalysisPanel {...props} kind={list} />}
    </section>
  );
};
