import type { ButtonHTMLAttributes } from 'react';
import classes from './text-button.module.css';

/** The quiet button of the public pages, which do without the component library. */
export const TextButton = (props: ButtonHTMLAttributes<HTMLButtonElement>) => (
  <button type="button" {...props} className={`${classes['button']} ${props.className ?? ''}`} />
);
