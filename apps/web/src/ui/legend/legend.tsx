import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { FillPattern } from '../area-figure/fill-pattern.tsx';
import type { Party, PartyOf } from '../party-color/use-party-colors.ts';
import classes from './legend.module.css';

interface LegendProps {
  /** The two in front, whose colours serve as examples. */
  readonly examples: readonly Party[];
  readonly partyOf: PartyOf;
  /** Without the fills that are rare. */
  readonly short?: boolean;
  /** Whether two are level somewhere now: then it is said in any case. */
  readonly tied?: boolean;
  /** Where every cell is a seat: said in words, and seats are never level. */
  readonly bySeat?: boolean;
}

interface KeyProps {
  readonly fill: string;
  readonly words: string;
  readonly dashed?: boolean;
  readonly partyOf: PartyOf;
}

const Key = ({ fill, words, dashed = false, partyOf }: KeyProps) => {
  const id = useId();
  return (
    <li className={classes['key']}>
      <svg viewBox="0 0 48 30" width="26" height="16" aria-hidden="true" data-dashed={dashed || undefined}>
        <defs>{fill === 'none' ? null : <FillPattern id={id} fill={fill} partyOf={partyOf} />}</defs>
        <rect width="48" height="30" style={{ fill: fill === 'none' ? 'var(--no-report)' : `url(#${id})` }} />
      </svg>
      {words}
    </li>
  );
};

/** What the fills mean, in words. */
export const Legend = ({ examples, partyOf, short = false, tied = false, bySeat = false }: LegendProps) => {
  const { t } = useTranslation('results');
  const [one, other] = examples;
  return (
    <ul className={classes['legend']} aria-label={t('legend.title')}>
      {bySeat ? <li className={classes['key']}>{t('legend.cell')}</li> : null}
      {one ? <Key fill={`won:${one.code}`} words={t('legend.won')} partyOf={partyOf} /> : null}
      {one ? <Key fill={`leading:${one.code}`} words={t('legend.leading')} partyOf={partyOf} /> : null}
      {one && other && (tied || !short) && !bySeat ? (
        <Key fill={`tied:${one.code}:${other.code}`} words={t('legend.tied')} partyOf={partyOf} />
      ) : null}
      <Key fill="none" words={t('legend.none')} partyOf={partyOf} />
      {short ? null : <Key fill="none" words={t('legend.held')} dashed partyOf={partyOf} />}
    </ul>
  );
};
