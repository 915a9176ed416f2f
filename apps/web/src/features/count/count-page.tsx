import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { keepPageOffline } from '../../data/offline/keep-offline.ts';
import { ToolPage } from '../../ui/tool-page/tool-page.tsx';
import { Answer } from './answer.tsx';
import classes from './count.module.css';
import { CountProgress } from './count-progress.tsx';
import { FileBox } from './file-box.tsx';
import { HowToRead } from './how-to-read.tsx';
import { MethodForm } from './method-form.tsx';
import { SummaryLine } from './summary-line.tsx';
import { useBallotFile } from './use-ballot-file.ts';

/** Anybody counts a file of ballots here, by any method; nothing leaves the browser. */
export const CountPage = () => {
  const { t } = useTranslation('count');
  const { chosen, contests, showsRounds, summary, setting, setSetting, asked, news, busy, ...doing } =
    useBallotFile();
  const { takeFile, takeExample, takePlan, readAgain, count, drawLot, cancel } = doing;
  useEffect(() => keepPageOffline('count'), []);
  const isAnswered = news !== null && !busy && news.kind !== 'read';
  return (
    <ToolPage title={t('title')} lead={t('lead')} className={classes['page']}>
      <div className={classes['setting']}>
        <FileBox
          onFile={(file) => void takeFile(file)}
          onExample={takeExample}
          chosen={chosen?.file.name ?? null}
        />
        {chosen === null ? null : (
          <HowToRead key={chosen.file.name} {...{ chosen, contests, showsRounds }} onPlan={takePlan} />
        )}
        {summary === null ? null : <SummaryLine summary={summary} />}
        {summary !== null && setting !== null ? (
          <MethodForm
            form={summary.form}
            setting={setting}
            onChange={setSetting}
            onCount={() => count({ ...setting, ties: { ...setting.ties, lots: [] } })}
          />
        ) : null}
        {busy && news !== null ? <CountProgress news={news} onCancel={cancel} /> : null}
      </div>
      {isAnswered ? (
        <Answer
          news={news}
          method={asked?.method ?? ''}
          title={summary?.title ?? null}
          onLot={drawLot}
          onAgain={summary === null ? readAgain : null}
        />
      ) : null}
    </ToolPage>
  );
};
