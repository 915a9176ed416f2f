import type { Change } from '../../../data/use-change.ts';
import { Notice } from '../../../ui/problem-notice/notice.tsx';
import { ProblemNotice } from '../../../ui/problem-notice/problem-notice.tsx';
import classes from './forms.module.css';

interface ChangeResultProps {
  readonly change: Change;
  /** Lists every error; left out where each stands at its field. */
  readonly withErrors?: boolean;
}

/** What became of the last change. */
export const ChangeResult = ({ change: { problem, done }, withErrors = false }: ChangeResultProps) => (
  <div aria-live="polite" className={classes['live']}>
    <ProblemNotice problem={problem} withErrors={withErrors} />
    {done ? <Notice tone="good" title={done} /> : null}
  </div>
);
