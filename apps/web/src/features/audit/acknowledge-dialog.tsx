import type { AuditAlert } from '@comitium/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemAnswer } from '../../data/problem-error.ts';
import { sendRequest } from '../../data/send-request.ts';
import { ReasonDialog } from '../../ui/reason-dialog/reason-dialog.tsx';
import { alertsKey } from './audit-query.ts';

interface AcknowledgeDialogProps {
  readonly alert: AuditAlert;
  readonly onClose: () => void;
}

/** Closes an alert with a reason. */
export const AcknowledgeDialog = ({ alert, onClose }: AcknowledgeDialogProps) => {
  const { t } = useTranslation('audit');
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const act = async (reason: string): Promise<boolean> => {
    setBusy(true);
    const path = `audit/alerts/${encodeURIComponent(alert.id)}/acknowledge`;
    const answer = await sendRequest(path, { method: 'POST', body: { reason } });
    setBusy(false);
    setProblem(answer.ok ? null : answer.error);
    await client.invalidateQueries({ queryKey: alertsKey });
    return answer.ok;
  };
  return (
    <ReasonDialog
      title={t('alerts.acknowledge')}
      text={t(`alert.${alert.kind}`)}
      action={t('alerts.acknowledge')}
      needed
      busy={busy}
      problem={problem}
      onAct={act}
      onClose={onClose}
    />
  );
};
