import { formatOf, type ReadingPlan } from '@comitium/tally/formats';
import { countingMethods, findMethod } from '@comitium/tally/methods';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateMessage } from '../../ui/state-message/state-message.tsx';
import { ColumnsForm } from './columns-form.tsx';
import { ContestForm } from './contest-form.tsx';
import classes from './count.module.css';
import type { BallotsSummary, CountNews } from './count-order.ts';
import { CountProgress } from './count-progress.tsx';
import { type Example, fileOf } from './examples.ts';
import { FileBox } from './file-box.tsx';
import { MethodForm, type MethodSetting } from './method-form.tsx';
import { ProblemList } from './problem-list.tsx';
import { CountResult } from './result/count-result.tsx';
import { SummaryLine } from './summary-line.tsx';
import { noTieSetting, tieRulesOf } from './tie-setting.ts';
import { useCounting } from './use-counting.ts';

interface Chosen {
  readonly file: File;
  /** null: the reader must say what it is. */
  readonly plan: ReadingPlan | null;
  readonly kind: 'plain' | 'csv' | 'cvr' | 'unknown';
  readonly head: string;
}

const usual = ({ form, seats }: BallotsSummary): string => {
  const several = (seats ?? 1) > 1;
  const wanted = { rank: several ? 'scottish-stv' : 'irv', choose: 'approval', score: 'score' }[form];
  const fits = countingMethods.find(({ forms }) => forms.includes(form));
  return findMethod(wanted)?.name ?? fits?.name ?? '';
};

/** Anybody counts a file of ballots here, by any method; nothing leaves the browser. */
export const CountPage = () => {
  const { t } = useTranslation('count');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [summary, setSummary] = useState<BallotsSummary | null>(null);
  const [setting, setSetting] = useState<MethodSetting | null>(null);
  const hear = (news: CountNews): void => {
    if (news.kind !== 'read') return;
    setSummary(news.summary);
    setSetting((known) => known ?? settingOf(usual(news.summary), news.summary.seats ?? 1));
  };
  const { news, busy, ask, cancel } = useCounting(hear);

  const read = (next: Chosen, first: MethodSetting | null): void => {
    setChosen(next);
    setSummary(null);
    setSetting(first);
    if (next.plan === null) cancel();
    else ask({ file: next.file, plan: next.plan, count: null });
  };
  const takeFile = async (file: File): Promise<void> => {
    const head = await file.slice(0, 4096).text();
    const format = formatOf(file.name, head);
    const kind = format === null ? 'unknown' : format === 'csv' || format === 'cvr' ? format : 'plain';
    const plan = format === null || format === 'csv' ? null : { format };
    read({ file, plan, kind, head }, null);
  };
  const takeExample = (example: Example): void => {
    const next = { file: fileOf(example), plan: example.plan, kind: 'plain', head: '' } as const;
    read(next, settingOf(example.method, example.seats));
  };
  const takePlan = (plan: ReadingPlan): void => {
    if (chosen !== null) read({ ...chosen, plan }, null);
  };
  const count = (next: MethodSetting): void => {
    if (chosen?.plan == null) return;
    setSetting(next);
    const { method, options, seats, ties } = next;
    const several = findMethod(method)?.seats === 'several';
    const settings = { method, options, seats: several ? Number(seats) : 1, ties: tieRulesOf(ties) };
    ask({ file: chosen.file, plan: chosen.plan, count: settings });
  };
  const drawLot = (lot: readonly number[]): void => {
    if (setting !== null) count({ ...setting, ties: { ...setting.ties, lots: [...setting.ties.lots, lot] } });
  };
  return (
    <div className={classes['page']}>
      <title>{`${t('title')} · Comitium`}</title>
      <header className={classes['head']}>
        <h1>{t('title')}</h1>
        <p className={classes['lead']}>{t('lead')}</p>
      </header>
      <FileBox
        onFile={(file) => void takeFile(file)}
        onExample={takeExample}
        chosen={chosen?.file.name ?? null}
      />
      {chosen === null ? null : <HowToRead key={chosen.head} chosen={chosen} onPlan={takePlan} />}
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
      {news === null || busy ? null : <Answer news={news} onLot={drawLot} />}
    </div>
  );
};

interface HowToReadProps {
  readonly chosen: Chosen;
  readonly onPlan: (plan: ReadingPlan) => void;
}

/** What a file does not say of itself. */
const HowToRead = ({ chosen, onPlan }: HowToReadProps) => {
  const { t } = useTranslation('count');
  switch (chosen.kind) {
    case 'unknown':
      return <StateMessage role="alert" title={t('unknown.title')} text={t('unknown.text')} />;
    case 'csv':
      return <ColumnsForm head={chosen.head} onPlan={(csv) => onPlan({ format: 'csv', csv })} />;
    case 'cvr':
      return <ContestForm onContest={(contestId) => onPlan({ format: 'cvr', contestId })} />;
    case 'plain':
      return null;
  }
};

const settingOf = (method: string, seats: number): MethodSetting => ({
  ...{ method, seats: String(seats), options: {} },
  ties: noTieSetting,
});

const Answer = ({
  news,
  onLot,
}: {
  readonly news: CountNews;
  readonly onLot: (lot: readonly number[]) => void;
}) => {
  const { t } = useTranslation('count');
  switch (news.kind) {
    case 'unreadable':
      return <ProblemList problems={news.problems} />;
    case 'refused':
      return (
        <StateMessage
          role="alert"
          title={t('refused')}
          text={news.problems.map(({ message }) => message).join(' ')}
        />
      );
    case 'failed':
      return <StateMessage role="alert" title={t('failed')} text={news.message} />;
    case 'counted':
      return <CountResult report={news.report} onLot={onLot} />;
    default:
      return null;
  }
};
