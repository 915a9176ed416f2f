import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readVisitedLog } from '../../data/public-log/visited-log.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { StateMessage } from '../../ui/state-message/state-message.tsx';
import { TextButton } from '../../ui/text-button/text-button.tsx';
import { ToolPage } from '../../ui/tool-page/tool-page.tsx';
import { ReceiptBox } from './receipt-box.tsx';
import { useVerification } from './use-verification.ts';
import classes from './verify.module.css';
import { VerifyProgressBar } from './verify-progress-bar.tsx';
import { VerifyResult } from './verify-result.tsx';

/** Anybody checks the whole log here: signature, growth, every leaf, every published total, and their receipts. */
export const VerifyPage = () => {
  const { t } = useTranslation('verify');
  const format = useFormat();
  const [receipts, setReceipts] = useState<readonly string[]>([]);
  const { verification, start, cancel } = useVerification();
  const [visited] = useState(readVisitedLog);
  const running = verification.state === 'running';
  return (
    <ToolPage title={t('title')} lead={t('lead')} className={classes['page']}>
      <ReceiptBox receipts={receipts} onChange={setReceipts} disabled={running} />
      <div className={classes['actions']}>
        {running ? (
          <button type="button" className={classes['main']} onClick={cancel}>
            {t('cancel')}
          </button>
        ) : (
          <button type="button" className={classes['main']} onClick={() => start(receipts)}>
            {t(verification.state === 'idle' ? 'start' : 'again')}
          </button>
        )}
        {visited && !running ? (
          <p className={classes['quiet']}>{t('visited', { time: format.time(visited.at) })}</p>
        ) : null}
      </div>
      {running ? <VerifyProgressBar progress={verification.progress} /> : null}
      {verification.state === 'done' ? <VerifyResult report={verification.report} /> : null}
      {verification.state === 'failed' ? (
        <StateMessage role="alert" title={t('failed')} text={verification.message}>
          <TextButton onClick={() => start(receipts)}>{t('again')}</TextButton>
        </StateMessage>
      ) : null}
      {verification.state === 'idle' ? <How /> : null}
    </ToolPage>
  );
};

const How = () => {
  const { t } = useTranslation('verify');
  return (
    <section className={classes['how']}>
      <h2 className={classes['heading']}>{t('how.title')}</h2>
      <ol className={classes['steps']}>
        {(['signature', 'leaves', 'growth', 'totals', 'receipts'] as const).map((step) => (
          <li key={step}>
            <strong>{t(`how.${step}.name`)}</strong> {t(`how.${step}.text`)}
          </li>
        ))}
      </ol>
      <p className={classes['quiet']}>
        {t('how.terminal')} <code>comitium verify {window.location.origin}</code>
      </p>
    </section>
  );
};
