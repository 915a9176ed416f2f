import type { Approval } from '@comitium/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../../data/use-change.ts';
import { ReasonDialog } from '../../../ui/reason-dialog/reason-dialog.tsx';
import classes from '../administration.module.css';
import { approvalsQuery } from '../administration-queries.ts';
import { Said } from '../forms/said.tsx';
import { PageList } from '../page-list.tsx';
import { ApprovalCard, type Decision } from './approval-card.tsx';

/** What one administrator asked for and another one decides. */
export const ApprovalList = () => {
  const { t } = useTranslation('administration');
  const approvals = useInfiniteQuery(approvalsQuery);
  const [asked, setAsked] = useState<{ approval: Approval; decision: Decision } | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  return (
    <div className={classes['stack']}>
      <h2 className={classes['heading']}>{t('section.approvals')}</h2>
      <Said words={said} />
      <PageList
        query={approvals}
        label={t('approvals.list')}
        empty={{ title: t('approvals.none'), text: t('approvals.noneText') }}
      >
        {(approval) => (
          <ApprovalCard approval={approval} onDecide={(decision) => setAsked({ approval, decision })} />
        )}
      </PageList>
      {asked ? <DecideDialog {...asked} onDone={setSaid} onClose={() => setAsked(null)} /> : null}
    </div>
  );
};

interface DecideDialogProps {
  readonly approval: Approval;
  readonly decision: Decision;
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

const DecideDialog = ({ approval, decision, onDone, onClose }: DecideDialogProps) => {
  const { t } = useTranslation('administration');
  const change = useChange();
  const act = async (reason: string): Promise<boolean> => {
    const path = `approvals/${approval.id}/${decision}`;
    const body = reason === '' ? {} : { reason };
    const decided = await change.send(path, { method: 'POST', body, done: '' });
    if (decided !== null) onDone(t(decision === 'approve' ? 'approvals.approved' : 'approvals.refused'));
    return decided !== null;
  };
  const names = { to: approval.invitation.to ?? t('approvals.gone'), name: approval.requestedBy?.name ?? '' };
  return (
    <ReasonDialog
      title={t(`approvals.${decision}Title`)}
      text={t(`approvals.${decision}Text`, names)}
      action={t(`approvals.${decision}`)}
      needed={decision === 'refuse'}
      grave={decision === 'refuse'}
      busy={change.busy}
      problem={change.problem}
      onAct={act}
      onClose={onClose}
    />
  );
};
