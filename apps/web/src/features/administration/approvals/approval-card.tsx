import type { Approval } from '@comitium/contract';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../data/use-session.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { SheetStatus } from '../../../ui/sheet-status/sheet-status.tsx';
import classes from '../administration.module.css';
import { approvalTones } from '../status-tones.ts';

export type Decision = 'approve' | 'refuse';

interface ApprovalCardProps {
  readonly approval: Approval;
  readonly onDecide: (decision: Decision) => void;
}

export const ApprovalCard = ({ approval, onDecide }: ApprovalCardProps) => {
  const { t } = useTranslation('administration');
  const format = useFormat();
  const { person } = useSession();
  const { invitation, requestedBy, decidedBy, decidedAt, decisionReason, state } = approval;
  const to = invitation.to ?? t('approvals.gone');
  const role = t(`role.${invitation.role}`);
  const isMine = requestedBy?.id === person?.id;
  return (
    <article className={classes['card']}>
      <div className={classes['line']}>
        <h3 className={classes['name']}>
          {t('approvals.asked', { name: requestedBy?.name ?? '', to, role })}
        </h3>
        <SheetStatus tone={approvalTones[state]} label={t(`approvals.state.${state}`)} />
      </div>
      <p className={classes['small']}>
        {t('approvals.askedAt', { time: format.time(approval.requestedAt) })}
      </p>
      <p>{t('approvals.why', { reason: invitation.reason })}</p>
      {decidedBy && decidedAt ? (
        <p className={classes['small']}>
          {[t('approvals.decided', { name: decidedBy.name, time: format.time(decidedAt) }), decisionReason]
            .filter(Boolean)
            .join(' · ')}
        </p>
      ) : null}
      {state === 'waiting' && isMine ? <p className={classes['small']}>{t('approvals.mine')}</p> : null}
      {state === 'waiting' && !isMine ? (
        <div className={classes['row']}>
          <Button onClick={() => onDecide('approve')} aria-label={t('approvals.approveOf', { to })}>
            {t('approvals.approve')}
          </Button>
          <Button
            variant="default"
            onClick={() => onDecide('refuse')}
            aria-label={t('approvals.refuseOf', { to })}
          >
            {t('approvals.refuse')}
          </Button>
        </div>
      ) : null}
    </article>
  );
};
