import type { CountReport } from '@comitium/tally/methods';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { ScrollRegion } from '../../../ui/scroll-region/scroll-region.tsx';
import { type FlowBlock, layFlow } from './flow-layout.ts';
import classes from './result.module.css';

/** Hues far apart for neighbours; names stand beside every block, so that colour tells nothing alone. */
const colorOf = (choice: number | null): string =>
  choice === null ? 'var(--ink-3)' : `oklch(0.64 0.13 ${(choice * 137.5 + 25) % 360})`;

/** The count as a flow of votes; the table below holds the same figures. */
export const FlowChart = ({ report }: { readonly report: CountReport }) => {
  const { t } = useTranslation('count');
  const format = useFormat();
  const { width, height, blocks, ribbons } = layFlow(report);
  const nameOf = (choice: number | null): string =>
    choice === null ? t('flow.nobody') : (report.choices[choice]?.name ?? '');
  return (
    <ScrollRegion label={t('flow.label')} className={classes['framed']} dir="ltr">
      <svg
        className={classes['flow']}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={t('flow.text', { rounds: report.rounds.length })}
      >
        {ribbons.map(({ from, to, round, votes, path }) => (
          <path
            key={`${round} ${from} ${to}`}
            className={classes['ribbon']}
            d={path}
            fill={colorOf(from)}
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
        {blocks.map((block) => (
          <Block key={`${block.round} ${block.choice}`} block={block} name={nameOf(block.choice)} />
        ))}
        {report.rounds.map(({ number }, at) => (
          <text key={number} className={classes['roundName']} x={at * 190} y={14}>
            {t('round', { round: format.count(number) })}
          </text>
        ))}
      </svg>
    </ScrollRegion>
  );
};

const Block = ({ block, name }: { readonly block: FlowBlock; readonly name: string }) => {
  const format = useFormat();
  const { x, y, height, choice, votes, elected } = block;
  return (
    <g>
      <rect x={x} y={y} width={14} height={height} rx={2} fill={colorOf(choice)} />
      <text
        className={classes['blockName']}
        data-elected={elected || undefined}
        x={x + 20}
        y={y + Math.min(height / 2, 60) + 4}
      >
        {elected ? '✓ ' : ''}
        {name} {format.count(votes)}
      </text>
    </g>
  );
};
