import classes from './sheet-status.module.css';

export type StatusTone = 'quiet' | 'good' | 'warn' | 'bad' | 'plain';

const signs: Record<StatusTone, string> = { quiet: '○', plain: '↑', good: '✓', warn: '‖', bad: '!' };

/** A state in a word, with a sign before it so that it does not depend on its colour. */
export const SheetStatus = ({ tone, label }: { readonly tone: StatusTone; readonly label: string }) => (
  <span className={classes['status']} data-tone={tone}>
    <span aria-hidden="true">{signs[tone]}</span>
    {label}
  </span>
);
