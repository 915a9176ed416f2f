import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextButton } from '../../../ui/text-button/text-button.tsx';
import classes from './forms.module.css';
import { matching } from './matching.ts';

/** What is seen at a glance needs no search. */
const searchedFrom = 10;
const shownAtOnce = 50;

interface SearchedProps<T> {
  readonly items: readonly T[];
  readonly label: string;
  /** What of an item is searched. */
  readonly textsOf: (item: T) => readonly string[];
  readonly children: (shown: readonly T[]) => ReactNode;
}

/** A long list: found by a part of its words in any case and accent, and shown some at a time. */
export const Searched = <T,>({ items, label, textsOf, children }: SearchedProps<T>) => {
  const { t } = useTranslation('set-up');
  const [q, setQ] = useState('');
  const [most, setMost] = useState(shownAtOnce);
  const found = matching(items, q, textsOf);
  const shown = found.slice(0, most);
  if (items.length <= searchedFrom) return children(items);
  return (
    <>
      <TextInput
        type="search"
        className={classes['picker'] ?? ''}
        label={label}
        autoComplete="off"
        value={q}
        onChange={(event) => {
          setQ(event.currentTarget.value);
          setMost(shownAtOnce);
        }}
      />
      <p className={classes['small']} role="status">
        {found.length === 0 ? t('list.none') : t('list.shown', { shown: shown.length, count: found.length })}
      </p>
      {found.length > 0 ? children(shown) : null}
      {shown.length < found.length ? (
        <div className={classes['row']}>
          <TextButton onClick={() => setMost(most + shownAtOnce)}>{t('list.more')}</TextButton>
        </div>
      ) : null}
    </>
  );
};
