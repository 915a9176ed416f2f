import type { ReactNode } from 'react';
import classes from './notice.module.css';

interface NoticeProps {
  readonly tone: 'plain' | 'good' | 'warn' | 'bad';
  readonly title: string;
  readonly text?: string | undefined;
  readonly note?: string | undefined;
  readonly role?: 'alert' | 'status';
  readonly children?: ReactNode;
}

const signs = { plain: 'i', good: '✓', warn: '!', bad: '×' } as const;

/** A few words in the flow of the page; the sign says the tone to those who do not see its colour. */
export const Notice = ({ tone, title, text, note, role = 'status', children }: NoticeProps) => (
  <section className={classes['notice']} data-tone={tone} role={role}>
    <span className={classes['sign']} aria-hidden="true">
      {signs[tone]}
    </span>
    <div className={classes['words']}>
      <p className={classes['title']}>{title}</p>
      {text ? <p className={classes['text']}>{text}</p> : null}
      {children}
      {note ? <p className={classes['note']}>{note}</p> : null}
    </div>
  </section>
);
