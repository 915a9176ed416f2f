import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Pick } from '../../ui/pick/pick.tsx';
import classes from './audit.module.css';
import { type EntryFilter, instantOf, localOf, readFilter } from './entry-filter.ts';

interface FilterFormProps {
  readonly filter: EntryFilter;
  readonly onChange: (filter: EntryFilter) => void;
}

const texts = ['person', 'thing', 'action', 'election'] as const;
const times = ['from', 'to'] as const;

/** By person, thing, action, election and time; what it says stands in the page's address. */
export const FilterForm = ({ filter, onChange }: FilterFormProps) => {
  const { t } = useTranslation('audit');
  const [typed, setTyped] = useState(filter);
  const set = (name: keyof EntryFilter, value: string): void => setTyped({ ...typed, [name]: value });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onChange(readFilter(typed));
  };
  const kinds = ['', 'event', 'refusal'].map((value) => ({ value, label: t(`kinds.${value || 'all'}`) }));
  return (
    <search>
      <details open={Object.keys(filter).length > 0}>
        <summary className={classes['summary']}>{t('filter.title')}</summary>
        <form className={classes['filter']} onSubmit={submit}>
          {texts.map((name) => (
            <TextInput
              key={name}
              label={t(`filter.${name}`)}
              description={t(`hint.${name}`)}
              value={typed[name] ?? ''}
              onChange={(event) => set(name, event.currentTarget.value)}
            />
          ))}
          {times.map((name) => (
            <TextInput
              key={name}
              type="datetime-local"
              label={t(`filter.${name}`)}
              value={localOf(typed[name] ?? '')}
              onChange={(event) => set(name, instantOf(event.currentTarget.value))}
            />
          ))}
          <Pick
            label={t('filter.kind')}
            options={kinds}
            value={typed.kind ?? ''}
            onChange={(value) => set('kind', value)}
          />
          <div className={classes['row']}>
            <Button type="submit">{t('filter.apply')}</Button>
            <Button variant="default" onClick={() => onChange({})}>
              {t('filter.clear')}
            </Button>
          </div>
        </form>
      </details>
    </search>
  );
};
