import { type ReactNode, useId } from 'react';
import classes from './account.module.css';

interface CardProps {
  readonly title: string;
  readonly text?: string;
  readonly children: ReactNode;
}

/** One matter of the account, with its heading. */
export const Card = ({ title, text, children }: CardProps) => {
  const id = useId();
  return (
    <section className={classes['card']} aria-labelledby={id}>
      <h2 id={id} className={classes['heading']}>
        {title}
      </h2>
      {text ? <p className={classes['small']}>{text}</p> : null}
      {children}
    </section>
  );
};
