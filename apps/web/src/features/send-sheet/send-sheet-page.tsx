import { Link, Navigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { PageFrame } from '../../ui/page-frame/page-frame.tsx';
import { Notice } from '../../ui/problem-notice/notice.tsx';
import { StateMessage } from '../../ui/state-message/state-message.tsx';
import { OutboxBar } from './outbox/outbox-bar.tsx';
import { OutboxPage } from './outbox/outbox-page.tsx';
import { keptElection, keptStations } from './sender/kept-answers.ts';
import { SenderGate } from './sender/sender-gate.tsx';
import { useElections } from './sender/use-elections.ts';
import { useKept } from './sender/use-kept.ts';
import { StationList } from './stations/station-list.tsx';
import { StationPage } from './stations/station-page.tsx';
import { useChosenStation } from './stations/use-chosen-station.ts';
import { useReconciledQueue } from './stations/use-reconciled-queue.ts';

/** Sends result sheets of one election: stations, then one station, then the review; and what is not yet sent. */
export const SendSheetPage = () => (
  <SenderGate>
    <SendSheet />
  </SenderGate>
);

const SendSheet = () => {
  const { t } = useTranslation('send-sheet');
  const format = useFormat();
  const { election: code } = useParams({ from: '/private/elections/$election/send' });
  const search = useSearch({ from: '/private/elections/$election/send' });
  const election = useKept(keptElection(code));
  useElections();
  const stations = useKept(keptStations(code));
  useReconciledQueue(code, stations.data);
  const chosen = useChosenStation(code, { list: stations.data, station: search['station'] });
  const outbox = search['view'] === 'outbox';
  // An address may name the election by its id; drafts and links are kept under its code.
  if (election.data && election.data.code !== code) {
    const params = { election: election.data.code };
    return <Navigate to="/elections/$election/send" params={params} search={search} replace />;
  }
  const title = outbox ? t('outbox.title') : (chosen?.station.name ?? t('title'));
  const kicker =
    search['station'] || outbox ? (
      <Link to="/elections/$election/send" params={{ election: code }}>
        {t('stations.back')}
      </Link>
    ) : (
      (election.data?.name ?? code)
    );
  return (
    <PageFrame
      title={title}
      kicker={kicker}
      simulated={election.data?.simulated}
      text={chosen?.station.path.toReversed().join(' · ')}
    >
      <OutboxBar election={code} />
      {stations.keptAt ? (
        <Notice tone="plain" title={t('stations.kept', { time: format.time(stations.keptAt) })} />
      ) : null}
      {outbox ? <OutboxPage /> : null}
      {!outbox && chosen ? (
        <StationPage
          election={election.data}
          electionCode={code}
          station={chosen}
          contest={search['contest']}
          step={search['step']}
          sent={search['sent']}
        />
      ) : null}
      {!outbox && search['station'] && !chosen && stations.data ? (
        <StateMessage title={t('stations.notYours')} text={t('stations.notYoursText')} />
      ) : null}
      {!outbox && !search['station'] ? <StationList election={code} stations={stations} /> : null}
    </PageFrame>
  );
};
