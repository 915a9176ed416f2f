import { useTranslation } from 'react-i18next';
import { useRemaining } from '../../data/entry/use-remaining.ts';
import classes from './entry.module.css';

interface ResendButtonProps {
  /** Before that, nothing else is sent. */
  readonly at: string;
  readonly onResend: () => void;
}

export const ResendButton = ({ at, onResend }: ResendButtonProps) => {
  const { t } = useTranslation('entry');
  const left = useRemaining(at);
  return (
    <button type="button" className={classes['quiet']} disabled={left > 0} onClick={onResend}>
      {left > 0 ? t('code.resendIn', { count: left }) : t('code.resend')}
    </button>
  );
};
