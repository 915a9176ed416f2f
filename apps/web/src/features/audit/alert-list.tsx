import type { AuditAlert } from '@comitium/contract';
import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { FailedState } from '../../ui/state-message/failed-state.tsx';
import { AcknowledgeDialog } from './acknowledge-dialog.tsx';
import classes from './audit.module.css';
import { alertsKey, alertsQuery } from './audit-query.ts';

/** What looked wrong and nobody has looked at yet, and which detections do not look. */
export const AlertList = ({ open }: { readonly open: number }) => {
  const { t } = useTranslation('audit');
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(alertsQuery);
  const [asked, setAsked] = useState<AuditAlert | null>(null);
  // The live feed counts them: another number means that one was raised or closed.
  useEffect(() => {
    if (open >= 0) void client.invalidateQueries({ queryKey: alertsKey });
  }, [open, client]);
  if (!data) return error ? <FailedState error={error} onRetry={() => void refetch()} /> : null;
  const off = data.detections.filter((detection) => !detection.on);
  const waiting = data.items.filter(({ state }) => state === 'open');
  return (
    <section className={classes['alerts']} aria-labelledby="alerts">
      <h2 id="alerts">{t('alerts.title')}</h2>
      <p role="status">{t('alerts.open', { count: data.open })}</p>
      {off.map(({ kind }) => (
        <p key={kind} className={classes['off']}>
          {t('alerts.off', { what: t(`alert.${kind}`) })}
        </p>
      ))}
      {waiting.length > 0 ? (
        <ul className={classes['list']}>
          {waiting.map((alert) => (
            <AlertItem key={alert.id} alert={alert} onAsk={() => setAsked(alert)} />
          ))}
        </ul>
      ) : null}
      {asked ? <AcknowledgeDialog alert={asked} onClose={() => setAsked(null)} /> : null}
    </section>
  );
};

const AlertItem = ({ alert, onAsk }: { readonly alert: AuditAlert; readonly onAsk: () => void }) => {
  const { t } = useTranslation('audit');
  const format = useFormat();
  return (
    <li className={classes['alert']}>
      <strong>{t(`alert.${alert.kind}`)}</strong>
      <time dateTime={alert.raisedAt}>{format.time(alert.raisedAt)}</time>
      {alert.person ? <bdi>{alert.person.name || alert.person.id}</bdi> : null}
      <span className={classes['thing']}>
        {Object.entries(alert.detail)
          .map(([name, value]) => `${t(`detail.${name}`)}: ${value}`)
          .join(' · ')}
      </span>
      <Button variant="default" size="compact-sm" onClick={onAsk}>
        {t('alerts.acknowledge')}
      </Button>
    </li>
  );
};
