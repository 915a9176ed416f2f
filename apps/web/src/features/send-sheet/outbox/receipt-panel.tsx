import type { SheetReceipt } from '@comitium/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { FindingList } from '../../../ui/figures-form/finding-list.tsx';
import classes from './outbox.module.css';

interface ReceiptPanelProps {
  readonly receipt: SheetReceipt;
  readonly at: string;
}

/** That the sheet arrived, what the desk was told about it, and the mark by which its entry in the log is found. */
export const ReceiptPanel = ({ receipt, at }: ReceiptPanelProps) => {
  const { t } = useTranslation('send-sheet');
  const format = useFormat();
  const file = JSON.stringify(receipt.receipt);
  return (
    <>
      <p>{t(`receipt.${receipt.status}`, { time: format.time(at) })}</p>
      <FindingList findings={receipt.warnings} />
      <p className={classes['small']}>
        <a href={`data:application/json,${encodeURIComponent(file)}`} download="receipt.json">
          {t('receipt.save')}
        </a>{' '}
        <Link to="/verify">{t('receipt.check')}</Link>
      </p>
      <p className={classes['small']}>{t('receipt.leaf', { hash: receipt.receipt.leafHash.slice(0, 16) })}</p>
    </>
  );
};
