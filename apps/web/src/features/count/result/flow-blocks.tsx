import { useTranslation } from 'react-i18next';
import { isolate } from '../../../i18n/isolate.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { choiceColor } from './choice-color.ts';
import { blockWidth, type FlowBlock, type FlowSize } from './flow-layout.ts';
import classes from './result.module.css';
import { shortenTo } from './shorten-to.ts';

interface FlowBlocksProps {
  /** The numbers of the rounds, a column each. */
  readonly rounds: readonly number[];
  readonly blocks: readonly FlowBlock[];
  readonly size: FlowSize;
  readonly nameOf: (choice: number | null) => string;
  /** From a distance to where lines begin, to one from the left edge. */
  readonly fromStart: (x: number) => number;
}

/** What stands still in the flow: the names of the rounds, a block for each choice, and who it is with how many votes. */
export const FlowBlocks = ({ rounds, blocks, size, nameOf, fromStart }: FlowBlocksProps) => {
  const { t } = useTranslation('count');
  const format = useFormat();
  return (
    <>
      {blocks.map((block) => (
        <Block
          key={`${block.round} ${block.choice}`}
          {...{ block, size, fromStart }}
          name={nameOf(block.choice)}
        />
      ))}
      {rounds.map((number, at) => (
        <text
          key={number}
          className={classes['roundName']}
          x={fromStart(at * size.step)}
          y={size.letters + 2}
        >
          {t('round', { round: format.count(number) })}
        </text>
      ))}
    </>
  );
};

interface BlockProps extends Pick<FlowBlocksProps, 'size' | 'fromStart'> {
  readonly block: FlowBlock;
  readonly name: string;
}

const Block = ({ block, name, size: { step, letters }, fromStart }: BlockProps) => {
  const { i18n } = useTranslation();
  const format = useFormat();
  const { x, y, height, choice, votes, elected } = block;
  const sides = [fromStart(x), fromStart(x + blockWidth)];
  const rest = ` ${format.count(votes)}`;
  const sign = elected ? '✓ ' : '';
  const room = { px: step - blockWidth - letters, letters, beside: sign + rest };
  return (
    <g>
      <rect
        x={Math.min(...sides)}
        y={y}
        width={blockWidth}
        height={height}
        rx={2}
        fill={choiceColor(choice)}
      />
      <text
        className={classes['blockName']}
        data-elected={elected || undefined}
        x={fromStart(x + blockWidth + letters / 2)}
        y={y + Math.min(height / 2, 60) + letters / 3}
      >
        {sign}
        {isolate(shortenTo(room, name), i18n.language)}
        {rest}
      </text>
    </g>
  );
};
