import type { ChildArea } from '@comitium/contract';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { leadersOf } from '../../data/results/leaders-of.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useGlow } from '../glow/use-glow.ts';
import type { PartyOf } from '../party-color/use-party-colors.ts';
import { PartyMark } from '../party-mark/party-mark.tsx';
import type { Pointing } from '../pointing/create-pointing.ts';
import { useIsPointed } from '../pointing/use-pointing.ts';
import classes from './area-table.module.css';

interface AreaRowProps {
  readonly area: ChildArea;
  readonly partyOf: PartyOf;
  readonly compare: boolean;
  readonly pointing: Pointing;
  /** The area's name, as a link where something lies below. */
  readonly link: (area: ChildArea) => ReactNode;
}

/** A mark for what is more than leading, with the word for screen readers and for the pointer. */
const CallMark = ({ call }: { readonly call: ChildArea['call'] }) => {
  const { t } = useTranslation('ui');
  if (call === 'leading' || call === 'none') return null;
  return (
    <span className={classes['call']} title={t(`call.${call}`)}>
      <span aria-hidden="true">{t(`callMark.${call}`)}</span>
      <span className="visually-hidden">{t(`call.${call}`)}</span>
    </span>
  );
};

export const AreaRow = memo(({ area, partyOf, compare, pointing, link }: AreaRowProps) => {
  const { t } = useTranslation(['results', 'ui']);
  const format = useFormat();
  const row = useGlow<HTMLTableRowElement>(`${area.votes} ${area.leader}`);
  const reported = area.call !== 'none';
  const none = t('noValue');
  const ahead = leadersOf(area).map(partyOf);
  return (
    <tr
      ref={row}
      data-selected={useIsPointed(pointing, area.code) || undefined}
      onPointerEnter={() => pointing.point(area.code)}
      onPointerLeave={() => pointing.point(null)}
    >
      <th scope="row">{link(area)}</th>
      <td className={classes['leader']} data-several={ahead.length > 1 || undefined}>
        {ahead.map((party) => (
          <span key={party.code} className={classes['party']} title={party.name}>
            <PartyMark {...party} />
            <span>{party.shortName}</span>
          </span>
        ))}
        <CallMark call={area.call} />
      </td>
      <td>{reported ? format.share(area.share) : none}</td>
      <td>{reported ? format.margin(area.margin) : none}</td>
      {compare ? (
        <td className={classes['swing']}>
          <bdi>{area.swing === undefined ? none : format.points(area.swing)}</bdi>
        </td>
      ) : null}
      <td className={classes['turnout']}>{reported ? format.share(area.turnout) : none}</td>
      <td title={`${format.count(area.stationsReported)} / ${format.count(area.stations)}`}>
        {area.held > 0 ? (
          <abbr className={classes['held']} title={t('ui:completeness.held', { count: area.held })}>
            {format.count(area.held)}!{' '}
          </abbr>
        ) : null}
        {format.reported(area.stations === 0 ? 0 : area.stationsReported / area.stations, 0)}
      </td>
    </tr>
  );
});
