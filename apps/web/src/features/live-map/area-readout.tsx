import { useTranslation } from 'react-i18next';
import { leadersOf } from '../../data/results/leaders-of.ts';
import { seatsByParty } from '../../data/results/seats-by-party.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useLevelWords } from '../../ui/level-words/use-level-words.ts';
import type { Party } from '../../ui/party-color/use-party-colors.ts';
import { PartyMark } from '../../ui/party-mark/party-mark.tsx';
import { usePointed } from '../../ui/pointing/use-pointing.ts';
import type { Board } from './board.ts';
import classes from './live-map.module.css';

const Named = ({ party, seats }: { readonly party: Party; readonly seats?: string }) => (
  <span>
    <PartyMark {...party} /> {party.shortName} {seats ? <strong>{seats}</strong> : null}
  </span>
);

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
      {area.seats ? null : leadersOf(area).map((code) => <Named key={code} party={partyOf(code)} />)}
      {reported && !area.seats ? <span>{format.share(area.share)}</span> : null}
      {reported && !area.seats ? (
        <span>{t('results:leaders.lead', { margin: format.margin(area.margin) })}</span>
      ) : null}
      {seatsByParty(area).map(([code, seats]) => (
        <Named key={code} party={partyOf(code)} seats={format.count(seats)} />
      ))}
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
