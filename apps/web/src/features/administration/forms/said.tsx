import { Notice } from '../../../ui/problem-notice/notice.tsx';
import classes from '../administration.module.css';

/** What was done last, for sighted readers and screen readers alike. */
export const Said = ({ words }: { readonly words: string | null }) => (
  <div role="status" className={classes['live']}>
    {words ? <Notice tone="good" title={words} /> : null}
  </div>
);
