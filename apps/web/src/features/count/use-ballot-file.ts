import { type FileProblem, formatOf, type ReadingPlan } from '@comitium/tally/formats';
import { useState } from 'react';
import type { BallotsSummary, CountNews } from './count-order.ts';
import { type Example, fileOf } from './examples.ts';
import { countSettingOf, type MethodSetting, settingOf, usualSetting } from './method-setting.ts';
import { useCounting } from './use-counting.ts';

export type Contests = NonNullable<FileProblem['contests']>;

export interface ChosenFile {
  readonly file: File;
  /** null: the reader must say what it is. */
  readonly plan: ReadingPlan | null;
  readonly kind: 'plain' | 'csv' | 'unknown' | 'closed' | 'empty';
  readonly head: string;
}

/** What a file seems to be, by its name and its beginning. */
const lookAt = async (file: File): Promise<ChosenFile> => {
  const head = await file
    .slice(0, 4096)
    .text()
    .catch(() => null);
  // A folder that was dropped, or a file that is no longer there.
  if (head === null) return { file, plan: null, kind: 'closed', head: '' };
  if (file.size === 0) return { file, plan: null, kind: 'empty', head };
  const format = formatOf(file.name, head);
  if (format === null) return { file, plan: null, kind: 'unknown', head };
  return format === 'csv'
    ? { file, plan: null, kind: 'csv', head }
    : { file, plan: { format }, kind: 'plain', head };
};

const contestsOf = (problems: readonly FileProblem[]): Contests | null =>
  problems.find(({ contests = [] }) => contests.length > 1)?.contests ?? null;

/** Whether records of a count with rounds do not say which marks are to be counted. */
export const asksSnapshot = (problems: readonly FileProblem[]): boolean =>
  problems.some(({ code }) => code === 'snapshot_undecided');

/** The file that was chosen, what was read of it, how it is to be counted, and what came of it. */
export const useBallotFile = () => {
  const [chosen, setChosen] = useState<ChosenFile | null>(null);
  // Where the file has several, until another file is chosen.
  const [contests, setContests] = useState<Contests | null>(null);
  const [showsRounds, setShowsRounds] = useState(false);
  const [summary, setSummary] = useState<BallotsSummary | null>(null);
  const [setting, setSetting] = useState<MethodSetting | null>(null);
  // What the answer belongs to, whatever the form says meanwhile.
  const [asked, setAsked] = useState<MethodSetting | null>(null);
  const hear = (news: CountNews): void => {
    if (news.kind === 'unreadable') {
      setContests((known) => contestsOf(news.problems) ?? known);
      setShowsRounds((known) => known || asksSnapshot(news.problems));
    }
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
  const begin = (next: ChosenFile, first: MethodSetting | null): void => {
    setContests(null);
    setShowsRounds(false);
    read(next, first);
  };
  const takeFile = async (file: File): Promise<void> => {
    begin(await lookAt(file), null);
  };
  const takeExample = (example: Example): void => {
    const next = { file: fileOf(example), plan: example.plan, kind: 'plain', head: '' } as const;
    begin(next, settingOf(example.method, example.seats));
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
    ...{ chosen, contests, showsRounds, summary, setting, setSetting, asked, news, busy },
    ...{ takeFile, takeExample, takePlan, readAgain, count, drawLot, cancel },
  };
};
