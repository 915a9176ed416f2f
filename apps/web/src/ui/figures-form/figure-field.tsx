import { TextInput } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import classes from './figures-form.module.css';

interface FigureFieldProps {
  readonly field: string;
  readonly text: string;
  readonly messages: readonly string[];
  readonly hint?: string | undefined;
  readonly onChange: (text: string) => void;
  /** The label. */
  readonly children: ReactNode;
}

/** Enter goes on to the next figure, as on a calculator. */
const goToNext = (event: KeyboardEvent<HTMLInputElement>): void => {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  const inputs = [...(event.currentTarget.closest('[data-figures]')?.querySelectorAll('input') ?? [])];
  inputs[inputs.indexOf(event.currentTarget) + 1]?.focus();
};

/** Text with the numeric keyboard: a number field would drop what it does not understand. */
export const FigureField = ({ field, text, messages, hint, onChange, children }: FigureFieldProps) => (
  <TextInput
    id={`figure-${field}`}
    name={field}
    className={classes['field'] ?? ''}
    classNames={{ label: classes['label'] ?? '', input: classes['input'] ?? '' }}
    label={<span className={classes['name']}>{children}</span>}
    description={hint}
    error={messages.length > 0 ? messages.join(' ') : undefined}
    value={text}
    size="md"
    inputMode="numeric"
    autoComplete="off"
    enterKeyHint="next"
    maxLength={16}
    onKeyDown={goToNext}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
);
