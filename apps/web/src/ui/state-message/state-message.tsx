import type { ReactNode } from 'react';
import classes from './state-message.module.css';

interface StateMessageProps {
  readonly title: string;
  readonly text?: string | undefined;
  /** Small print, such as a request id. */
  readonly note?: string | undefined;
  readonly role?: 'alert' | 'status';
  /** Stands in place of the whole page, whose title it then is. */
  readonly whole?: boolean | undefined;
  /** What the reader can do about it. */
  readonly children?: ReactNode;
}

/** Empty, failed, forbidden, offline: what this place would show, why it does not, and what to do. */
export const StateMessage = ({
  title,
  text,
  note,
  role = 'status',
  whole = false,
  children,
}: StateMessageProps) => {
  const Heading = whole ? 'h1' : 'h2';
  return (
    <section className={classes['message']} role={role}>
      <Heading className={classes['title']}>{title}</Heading>
      {text ? <p className={classes['text']}>{text}</p> : null}
      {children ? <div className={classes['actions']}>{children}</div> : null}
      {note ? <p className={classes['note']}>{note}</p> : null}
    </section>
  );
};
