import type { CountReport } from '@comitium/tally/methods';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ExtraTables } from './extra-tables.tsx';
import { FlowChart } from './flow-chart.tsx';
import { flows } from './flow-layout.ts';
import { LotForm } from './lot-form.tsx';
import classes from './result.module.css';
import { RoundTable } from './round-table.tsx';
import { SaveReport } from './save-report.tsx';
import { tellOutcome, tellRounds } from './tell-report.ts';
import { useSentence } from './use-sentence.ts';

interface CountResultProps {
  readonly report: CountReport;
  readonly onLot: (lot: readonly number[]) => void;
}

/** Who has won and why: in words, as a flow, as a table, and to take away. */
export const CountResult = ({ report, onLot }: CountResultProps) => {
  const { t } = useTranslation('count');
  const say = useSentence();
  const { outcome, method, ballots } = report;
  const [first, ...others] = tellOutcome(report);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={classes['result']} data-state={outcome.state} aria-live="polite">
      <h2 ref={heading} tabIndex={-1} className={classes['verdict']}>
        {first === undefined ? '' : say(first)}
      </h2>
      {others.map((one) => (
        <p key={one.key}>{say(one)}</p>
      ))}
      <p className={classes['quiet']}>
        {t('by', { method: method.title, cast: ballots.cast, blank: ballots.blank })}
      </p>
      {outcome.open === null ? null : <LotForm report={report} open={outcome.open} onLot={onLot} />}
      <Story report={report} />
      {flows(report) ? (
        <>
          <h3>{t('flow.title')}</h3>
          <FlowChart report={report} />
        </>
      ) : null}
      <h3>{t('table.title')}</h3>
      <RoundTable report={report} />
      <ExtraTables report={report} />
      <SaveReport report={report} />
    </section>
  );
};

const Story = ({ report }: { readonly report: CountReport }) => {
  const { t } = useTranslation('count');
  const say = useSentence();
  return (
    <>
      <h3>{t('story')}</h3>
      <ol className={classes['story']}>
        {tellRounds(report)
          .filter(({ sentences }) => sentences.length > 0)
          .map(({ round, sentences }) => (
            <li key={round}>
              <span className={classes['number']}>{t('round', { round })}</span>
              <span>{sentences.map(say).join(' ')}</span>
            </li>
          ))}
      </ol>
    </>
  );
};
