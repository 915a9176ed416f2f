import type { ReactNode } from 'react';
import classes from './tool-page.module.css';

interface ToolPageProps {
  readonly title: string;
  /** What it does and for whom, in one or two sentences. */
  readonly lead: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A page on which anybody does something for themselves, without an account: what it is, then what is to be done. */
export const ToolPage = ({ title, lead, className = '', children }: ToolPageProps) => (
  <div className={`${classes['page']} ${className}`}>
    <title>{`${title} · Comitium`}</title>
    <header className={classes['head']}>
      <h1>{title}</h1>
      <p className={classes['lead']}>{lead}</p>
    </header>
    {children}
  </div>
);
