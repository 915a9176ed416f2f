import type { CountReport, CountRound, Standing } from '@comitium/tally/methods';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { ScrollRegion } from '../../../ui/scroll-region/scroll-region.tsx';
import { columnsOnPaper } from './columns-on-paper.ts';
import { inPieces } from './in-pieces.ts';
import classes from './result.module.css';
import { usePrinting } from './use-printing.ts';

/** Every figure of every round, exactly as counted; on paper in pieces that fit. */
export const RoundTable = ({ report }: { readonly report: CountReport }) => {
  const { t } = useTranslation('count');
  const printing = usePrinting();
  const { rounds } = report;
  const cells = rounds.flatMap(({ votes }) => votes.map((figure) => `${figure ?? ''} ✓`));
  const pieces = printing ? inPieces(rounds, columnsOnPaper(cells)) : [rounds];
  return (
    <div className={classes['pieces']}>
      {pieces.map((piece) => (
        <ScrollRegion key={piece[0]?.number} label={t('table.title')} className={classes['framed']}>
          <Rounds report={report} rounds={piece} />
        </ScrollRegion>
      ))}
    </div>
  );
};

const Rounds = ({
  report: { rounds: all, choices, measure },
  rounds,
}: {
  readonly report: CountReport;
  readonly rounds: readonly CountRound[];
}) => {
  const { t } = useTranslation('count');
  const format = useFormat();
  const leftovers = [...new Set(all.flatMap((round) => round.leftovers.map(({ reason }) => reason)))];
  const thresholds = [...new Set(all.flatMap((round) => round.thresholds.map(({ kind }) => kind)))];
  return (
    <table className={classes['table']}>
      <caption className="visually-hidden">{t('table.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t(`measure.${measure}`)}</th>
          {rounds.map(({ number }) => (
            <th key={number} scope="col">
              {t('round', { round: format.count(number) })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {choices.map(({ id, name }, choice) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            {rounds.map(({ number, votes, standing }) => (
              <Cell
                key={number}
                votes={votes[choice] ?? null}
                standing={standing[choice] ?? 'continuing'}
                isNews={standing[choice] !== all[number - 2]?.standing[choice]}
              />
            ))}
          </tr>
        ))}
        {leftovers.map((reason) => (
          <AsideRow
            key={reason}
            name={t(`leftover.${reason}`)}
            rounds={rounds}
            figureOf={(round) => round.leftovers.find((one) => one.reason === reason)?.votes}
          />
        ))}
        {thresholds.map((kind) => (
          <AsideRow
            key={kind}
            name={t(`threshold.${kind}`)}
            rounds={rounds}
            figureOf={(round) => round.thresholds.find((one) => one.kind === kind)?.votes}
          />
        ))}
      </tbody>
    </table>
  );
};

interface AsideRowProps {
  readonly name: string;
  readonly rounds: readonly CountRound[];
  /** Undefined where the round has none. */
  readonly figureOf: (round: CountRound) => string | undefined;
}

const AsideRow = ({ name, rounds, figureOf }: AsideRowProps) => {
  const format = useFormat();
  return (
    <tr className={classes['aside']}>
      <th scope="row">{name}</th>
      {rounds.map((round) => {
        const figure = figureOf(round);
        return <td key={round.number}>{figure === undefined ? '·' : format.exact(figure)}</td>;
      })}
    </tr>
  );
};

const signs: Readonly<Record<Standing, string>> = {
  continuing: '',
  elected: '✓',
  excluded: '×',
  withdrawn: '',
};

interface CellProps {
  readonly votes: string | null;
  readonly standing: Standing;
  /** Whether it stood otherwise in the round before. */
  readonly isNews: boolean;
}

const Cell = ({ votes, standing, isNews }: CellProps) => {
  const { t } = useTranslation('count');
  const format = useFormat();
  const sign = signs[standing];
  // Who is excluded leaves once; who is elected stays so.
  const isSaid = standing === 'elected' || isNews;
  return (
    <td data-standing={standing}>
      {votes === null ? '·' : format.exact(votes)}
      {sign === '' ? null : (
        <>
          <span aria-hidden="true" className={classes['sign']}>
            {isSaid ? sign : ''}
          </span>
          <span className="visually-hidden"> {t(`standing.${standing}`)}</span>
        </>
      )}
    </td>
  );
};
