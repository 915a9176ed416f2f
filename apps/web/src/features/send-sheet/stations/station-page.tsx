import type { Election } from '@comitium/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SheetStatus } from '../../../ui/sheet-status/sheet-status.tsx';
import { OutboxCard } from '../outbox/outbox-card.tsx';
import { useSender } from '../sender/sender-context.ts';
import { ContestForm } from '../sheet-form/contest-form.tsx';
import classes from '../sheet-form/sheet-form.module.css';
import { contestState, type MyStation, nextContest, queuedFor } from '../station-state.ts';
import { GoOn } from './go-on.tsx';
import { RecordedSheet } from './recorded-sheet.tsx';
import { stateTones } from './state-tones.ts';

interface StationPageProps {
  readonly election: Election | null;
  readonly electionCode: string;
  readonly station: MyStation;
  /** The contest's code, when one was chosen. */
  readonly contest: string | undefined;
  readonly step: string | undefined;
  /** The key of the sheet that was just handed over. */
  readonly sent: string | undefined;
}

/** One station: its contests one after another, the next one open. */
export const StationPage = (props: StationPageProps) => {
  const { election, electionCode, station, step, sent } = props;
  const { queueState } = useSender();
  const justSent = queueState.sheets.find(({ key }) => key === sent);
  const next = nextContest(station, queueState.sheets);
  // Right after a sheet was handed over its receipt stands alone, until the next contest is chosen.
  const code = props.contest ?? (sent ? undefined : next?.code);
  const place = station.contests.find(({ contest }) => contest.code === code);
  const queued = place ? queuedFor(queueState.sheets, station.station.code, place.contest.code) : null;
  const state = place ? contestState(place, station.station.code, queueState.sheets) : null;
  const editable = state === 'not_sent' || state === 'rejected' || state === 'refused';
  return (
    <>
      <Steps {...props} current={place?.contest.code} />
      {justSent ? <OutboxCard sheet={justSent} /> : null}
      {justSent ? <GoOn electionCode={electionCode} station={station} next={next} /> : null}
      {place?.sheet && !queued && !editable ? (
        <RecordedSheet contest={place.contest} sheet={place.sheet} />
      ) : null}
      {place && editable ? (
        <ContestForm
          key={place.contest.code}
          election={election}
          electionCode={electionCode}
          station={station}
          contest={place.contest}
          reviewing={step === 'review'}
        />
      ) : null}
      {queued && !editable && queued !== justSent ? <OutboxCard sheet={queued} /> : null}
    </>
  );
};

const Steps = ({
  electionCode,
  station,
  current,
}: StationPageProps & { readonly current: string | undefined }) => {
  const { t } = useTranslation('send-sheet');
  const { queueState } = useSender();
  return (
    <ol className={classes['steps']}>
      {station.contests.map((place) => {
        const state = contestState(place, station.station.code, queueState.sheets);
        return (
          <li key={place.contest.code}>
            <Link
              to="/elections/$election/send"
              params={{ election: electionCode }}
              search={{ station: station.station.code, contest: place.contest.code }}
              className={classes['step']}
              aria-current={place.contest.code === current ? 'step' : undefined}
            >
              <span>{place.contest.name}</span>
              <SheetStatus tone={stateTones[state]} label={t(`state.${state}`)} />
            </Link>
          </li>
        );
      })}
    </ol>
  );
};
