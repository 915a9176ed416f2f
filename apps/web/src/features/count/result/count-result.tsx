import { type CountReport, findMethod } from '@comitium/tally/methods';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isolate } from '../../../i18n/isolate.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { methodKey } from '../method-words.ts';
import { useOptionWords } from '../use-option-words.ts';
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
  /** What the file calls the contest; null where it does not say. */
  readonly title: string | null;
  readonly onLot: (lot: readonly number[]) => void;
}

/** Who has won and why: in words, as a flow, as a table, and to take away. */
export const CountResult = ({ report, title, onLot }: CountResultProps) => {
  const { t } = useTranslation('count');
  const say = useSentence();
  const format = useFormat();
  const { outcome, method, ballots } = report;
  const [first, ...others] = tellOutcome(report);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={classes['result']} data-state={outcome.state}>
      <header>
        {title === null ? null : <p className={classes['contest']}>{title}</p>}
        <h2 ref={heading} tabIndex={-1} className={classes['verdict']}>
          {first === undefined ? '' : say(first)}
        </h2>
      </header>
      {others.map((one) => (
        <p key={one.key}>{say(one)}</p>
      ))}
      <p className={classes['quiet']}>
        {t('by', {
          method: t(methodKey(method.name)),
          cast: format.exact(ballots.cast),
          blank: format.exact(ballots.blank),
        })}
        <OptionsUsed report={report} />
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

/** What the reader of the page has set otherwise than the method does by itself. */
const OptionsUsed = ({ report: { method, options } }: { readonly report: CountReport }) => {
  const { t, i18n } = useTranslation('count');
  const words = useOptionWords(method.name);
  const described = findMethod(method.name)?.options ?? {};
  const changed = Object.entries(options).filter(([name, value]) => value !== described[name]?.default);
  if (changed.length === 0) return null;
  const told = changed.map(([name, value]) => {
    const isWord = typeof value === 'boolean' || described[name]?.kind === 'one-of';
    const said = isWord ? words.value(name, String(value)) : String(value);
    return isolate(`${words.name(name)}: ${said}`, i18n.language);
  });
  return ` ${t('with', { options: told.join(' · ') })}`;
};

const Story = ({ report }: { readonly report: CountReport }) => {
  const { t } = useTranslation('count');
  const format = useFormat();
  const say = useSentence();
  return (
    <>
      <h3>{t('story')}</h3>
      <ol className={classes['story']}>
        {tellRounds(report)
          .filter(({ sentences }) => sentences.length > 0)
          .map(({ round, sentences }) => (
            <li key={round}>
              <span className={classes['number']}>{t('round', { round: format.count(round) })}</span>
              <span>{sentences.map(say).join(' ')}</span>
            </li>
          ))}
      </ol>
    </>
  );
};
