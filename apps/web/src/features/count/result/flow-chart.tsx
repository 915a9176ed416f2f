import type { CountReport, CountRound } from '@comitium/tally/methods';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { ScrollRegion } from '../../../ui/scroll-region/scroll-region.tsx';
import { choiceColor } from './choice-color.ts';
import { FlowBlocks } from './flow-blocks.tsx';
import { type FlowSize, flowSize, layFlow } from './flow-layout.ts';
import { inPieces } from './in-pieces.ts';
import classes from './result.module.css';
import { usePrinting } from './use-printing.ts';
import { useWidth } from './use-width.ts';

/** A sheet of paper, and how many rounds it holds with letters that can be read. */
const paper = { width: 680, rounds: 4 };

/** What the style leaves on each side, in px. */
const margin = 12;

/** The count as a flow of votes in reading direction; the table below holds the same figures. */
export const FlowChart = ({ report }: { readonly report: CountReport }) => {
  const { t } = useTranslation('count');
  const [frame, width] = useWidth<HTMLDivElement>();
  const printing = usePrinting();
  const pieces = printing ? inPieces(report.rounds, paper.rounds, 1) : [report.rounds];
  const columns = Math.max(...pieces.map(({ length }) => length));
  const size = flowSize((printing ? paper.width : width) - 2 * margin, columns);
  return (
    <div ref={frame} className={classes['pieces']}>
      {width === 0
        ? null
        : pieces.map((rounds) => (
            <ScrollRegion key={rounds[0]?.number} label={t('flow.label')} className={classes['framed']}>
              <FlowPicture report={report} rounds={rounds} size={size} />
            </ScrollRegion>
          ))}
    </div>
  );
};

interface FlowPictureProps {
  readonly report: CountReport;
  readonly rounds: readonly CountRound[];
  readonly size: FlowSize;
}

const FlowPicture = ({ report, rounds, size }: FlowPictureProps) => {
  const { t, i18n } = useTranslation('count');
  const format = useFormat();
  const { width, height, blocks, ribbons } = layFlow(report, size, rounds);
  const leftwards = i18n.dir() === 'rtl';
  const nameOf = (choice: number | null): string =>
    choice === null ? t('flow.nobody') : (report.choices[choice]?.name ?? '');
  return (
    <svg
      className={classes['flow']}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      fontSize={size.letters}
      role="img"
      aria-label={t('flow.text', { rounds: format.count(rounds.length) })}
    >
      <g transform={leftwards ? `matrix(-1 0 0 1 ${width} 0)` : undefined}>
        {ribbons.map(({ from, to, round, votes, path }) => (
          <path
            key={`${round} ${from} ${to}`}
            className={classes['ribbon']}
            d={path}
            fill={choiceColor(from)}
            data-moves={from !== to || undefined}
          >
            <title>
              {t(from === to ? 'flow.stays' : 'flow.moves', {
                from: nameOf(from),
                to: nameOf(to),
                votes: format.count(votes),
              })}
            </title>
          </path>
        ))}
      </g>
      <FlowBlocks
        rounds={rounds.map(({ number }) => number)}
        {...{ blocks, size, nameOf }}
        fromStart={(x) => (leftwards ? width - x : x)}
      />
    </svg>
  );
};
