import { useTranslation } from 'react-i18next';
import { PlainProblem } from '../../../ui/entry/plain-problem.tsx';
import { Notice } from '../../../ui/problem-notice/notice.tsx';
import { Skeleton } from '../../../ui/skeleton/skeleton.tsx';
import { TextButton } from '../../../ui/text-button/text-button.tsx';
import classes from '../account.module.css';
import { Card } from '../card.tsx';
import { usePush } from './use-push.ts';

export const PushSection = ({ personId }: { readonly personId: string }) => {
  const { t } = useTranslation('account');
  const { state, busy, problem, broken, turn, retry } = usePush(personId);
  if (state === 'loading') return <Skeleton height="6rem" />;
  return (
    <Card title={t('push.title')}>
      <div className={classes['line']}>
        <span className={classes['words']} aria-live="polite">
          <strong>{t('push.here')}</strong>
          <span className={classes['small']}>{t(`push.${state}`)}</span>
        </span>
        {state === 'on' || state === 'off' ? (
          <TextButton disabled={busy} onClick={() => void turn(state === 'off')}>
            {state === 'on' ? t('push.turnOff') : t('push.turnOn')}
          </TextButton>
        ) : null}
        {state === 'failed' || state === 'blocked' ? (
          <TextButton onClick={retry}>{t('push.retry')}</TextButton>
        ) : null}
      </div>
      <PlainProblem problem={problem} />
      {broken ? (
        <Notice tone="bad" role="alert" title={t('push.broken')} text={t('push.brokenText')} />
      ) : null}
    </Card>
  );
};
