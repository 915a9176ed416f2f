import type { ReactNode } from 'react';
import { SimulatedLabel } from '../simulated-label/simulated-label.tsx';
import classes from './page-frame.module.css';

interface PageFrameProps {
  readonly title: string;
  /** Small words above the title: where the page belongs. */
  readonly kicker?: ReactNode;
  /** Whether the election of the page has simulated stations: then the page says so. */
  readonly simulated?: boolean | undefined;
  readonly text?: string | undefined;
  /** `form` is one column for reading and typing, `table` has room for lists, `wide` takes what the window gives. */
  readonly width?: 'form' | 'table' | 'wide';
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of a page behind the sign-in: one heading, what can be done, and the rest. */
export const PageFrame = ({
  title,
  kicker,
  simulated,
  text,
  width = 'form',
  actions,
  children,
}: PageFrameProps) => (
  <div className={classes['frame']} data-width={width}>
    <title>{`${title} · Comitium`}</title>
    <header className={classes['head']}>
      <div className={classes['words']}>
        {kicker || simulated ? (
          <p className={classes['kicker']}>
            {kicker}
            {simulated ? <SimulatedLabel /> : null}
          </p>
        ) : null}
        <h1 className={classes['title']}>{title}</h1>
        {text ? <p className={classes['text']}>{text}</p> : null}
      </div>
      {actions ? <div className={classes['actions']}>{actions}</div> : null}
    </header>
    {children}
  </div>
);
