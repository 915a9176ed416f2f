import { formatOf, type ReadingPlan } from '@comitium/tally/formats';
import { useState } from 'react';
import type { BallotsSummary, CountNews } from './count-order.ts';
import { type Example, fileOf } from './examples.ts';
import { countSettingOf, type MethodSetting, settingOf, usualSetting } from './method-setting.ts';
import { useCounting } from './use-counting.ts';

export interface ChosenFile {
  readonly file: File;
  /** null: the reader must say what it is. */
  readonly plan: ReadingPlan | null;
  readonly kind: 'plain' | 'csv' | 'cvr' | 'unknown' | 'closed';
  readonly head: string;
}

/** The file that was chosen, what was read of it, how it is to be counted, and what came of it. */
export const useBallotFile = () => {
  const [chosen, setChosen] = useState<ChosenFile | null>(null);
  const [summary, setSummary] = useState<BallotsSummary | null>(null);
  const [setting, setSetting] = useState<MethodSetting | null>(null);
  // What the answer belongs to, whatever the form says meanwhile.
  const [asked, setAsked] = useState<MethodSetting | null>(null);
  const hear = (news: CountNews): void => {
    if (news.kind !== 'read') return;
    setSummary(news.summary);
    setSetting((known) => known ?? usualSetting(news.summary));
  };
  const { news, busy, ask, cancel, forget } = useCounting(hear);

  const read = (next: ChosenFile, first: MethodSetting | null): void => {
    setChosen(next);
    setSummary(null);
    setSetting(first);
    if (next.plan === null) forget();
    else ask({ file: next.file, plan: next.plan, count: null });
  };
  const takeFile = async (file: File): Promise<void> => {
    const head = await file
      .slice(0, 4096)
      .text()
      .catch(() => null);
    // A folder that was dropped, or a file that is no longer there.
    if (head === null) return read({ file, plan: null, kind: 'closed', head: '' }, null);
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
  const readAgain = (): void => {
    if (chosen?.plan != null) read(chosen, setting);
  };
  const count = (next: MethodSetting): void => {
    if (chosen?.plan == null) return;
    setSetting(next);
    setAsked(next);
    ask({ file: chosen.file, plan: chosen.plan, count: countSettingOf(next) });
  };
  const drawLot = (lot: readonly number[]): void => {
    if (asked !== null) count({ ...asked, ties: { ...asked.ties, lots: [...asked.ties.lots, lot] } });
  };
  return {
    ...{ chosen, summary, setting, setSetting, asked, news, busy },
    ...{ takeFile, takeExample, takePlan, readAgain, count, drawLot, cancel },
  };
};
