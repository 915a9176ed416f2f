import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { useLevelWords } from '../../ui/level-words/use-level-words.ts';
import { PartyMark } from '../../ui/party-mark/party-mark.tsx';
import { usePointed } from '../../ui/pointing/use-pointing.ts';
import type { Board } from './board.ts';
import classes from './live-map.module.css';

/** The area under the pointer, always in the same place, so that the eye knows where to look. */
export const AreaReadout = ({ election, view, partyOf, pointing }: Board) => {
  const { t } = useTranslation(['live-map', 'ui', 'results']);
  const levels = useLevelWords();
  const format = useFormat();
  const pointed = usePointed(pointing);
  const area = view.children.find(({ code }) => code === pointed);
  if (!area) return <p className={classes['readout']}>{t('figure.hint')}</p>;
  const reported = area.call !== 'none';
  return (
    <p className={classes['readout']} data-filled="">
      <strong>{area.name}</strong>
      <span>{t(`ui:call.${area.call}`)}</span>
      {area.leaders.map((code) => (
        <span key={code}>
          <PartyMark {...partyOf(code)} /> {partyOf(code).shortName}
        </span>
      ))}
      {reported ? <span>{format.share(area.share)}</span> : null}
      {reported ? (
        <span>{t('results:leaders.lead', { margin: format.points(area.margin).replace(/^[+±]/, '') })}</span>
      ) : null}
      <span className={classes['readoutEnd']}>
        {t('ui:completeness.stations', {
          reported: format.count(area.stationsReported),
          stations: format.count(area.stations),
          unit: levels.many(election.levels.at(-1)),
        })}
      </span>
    </p>
  );
};
