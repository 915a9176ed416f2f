import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { areasQuery } from '../set-up-queries.ts';

interface AreaFieldProps {
  readonly register: string;
  readonly label: string;
  readonly description?: string;
  readonly error?: string | undefined;
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** An area's code, with those offered whose name or code begins like what is typed. */
export const AreaField = ({ register, onChange, ...field }: AreaFieldProps) => {
  const listId = useId();
  const [q] = useDebouncedValue(field.value, 250);
  const { data } = useQuery(areasQuery(register, q));
  return (
    <>
      <TextInput
        {...field}
        list={listId}
        maxLength={64}
        autoComplete="off"
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <datalist id={listId}>
        {(data?.items ?? []).map(({ code, name, levelName }) => (
          <option key={code} value={code}>
            {`${name} (${levelName})`}
          </option>
        ))}
      </datalist>
    </>
  );
};
