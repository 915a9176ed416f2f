import type { ChildArea } from '@comitium/contract';
import type { TFunction } from 'i18next';
import { leadersOf } from '../../data/results/leaders-of.ts';
import { seatsByParty } from '../../data/results/seats-by-party.ts';
import type { Format } from '../../i18n/use-format.ts';
import type { PartyOf } from '../party-color/use-party-colors.ts';

/** An area in one sentence, for screen readers and for the line under the map. */
export const describeArea =
  (t: TFunction<'results'>, format: Format, partyOf: PartyOf) =>
  (name: string, area: ChildArea | undefined): string => {
    if (!area || area.call === 'none') return t('area.none', { name });
    const seats = seatsByParty(area).map(([party, count]) => `${partyOf(party).name} ${format.count(count)}`);
    const words = t(`area.${area.call}`, {
      name,
      leader: partyOf(leadersOf(area)[0] ?? '').name,
      leaders: leadersOf(area)
        .map((code) => partyOf(code).name)
        .join(', '),
      share: format.share(area.share),
      margin: format.margin(area.margin),
      reported: format.count(area.stationsReported),
      stations: format.count(area.stations),
    });
    return seats.length === 0 ? words : `${words}. ${t('area.seats', { seats: seats.join(', ') })}`;
  };
