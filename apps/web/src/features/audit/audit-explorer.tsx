import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTopic } from '../../data/use-topic.ts';
import { ConnectionBadge } from '../../ui/connection-badge/connection-badge.tsx';
import { PageFrame } from '../../ui/page-frame/page-frame.tsx';
import { AlertList } from './alert-list.tsx';
import { type EntryFilter, readFilter } from './entry-filter.ts';
import { EntryList } from './entry-list.tsx';
import { ExportButtons } from './export-buttons.tsx';
import { FilterForm } from './filter-form.tsx';

interface AuditState {
  readonly entries: readonly { readonly id: string }[];
  readonly openAlerts?: number;
}

/** The list, what narrows it, and above it what looks wrong. */
export const AuditExplorer = ({ everything }: { readonly everything: boolean }) => {
  const { t } = useTranslation('audit');
  const filter = readFilter(useSearch({ from: '/private/admin/audit' }));
  const navigate = useNavigate({ from: '/admin/audit' });
  const ofElection = filter.election === undefined ? null : `election-audit:${filter.election}`;
  const { data, connection, lastAt } = useTopic<AuditState>(everything ? 'audit' : ofElection);
  const change = (next: EntryFilter): void => void navigate({ search: next });
  return (
    <PageFrame
      width="wide"
      title={t('title')}
      kicker={t('kicker')}
      text={t('text')}
      actions={
        <>
          {everything || ofElection !== null ? (
            <ConnectionBadge connection={connection} lastAt={lastAt} />
          ) : null}
          <ExportButtons filter={filter} />
        </>
      }
    >
      {everything ? <AlertList open={data?.openAlerts ?? 0} /> : null}
      <FilterForm key={JSON.stringify(filter)} filter={filter} onChange={change} />
      <EntryList filter={filter} newest={data?.entries[0]?.id ?? null} onChange={change} />
    </PageFrame>
  );
};
