import { useState } from 'react';

/** The action that is open on what is selected; on the next one none is. */
export const useActionOf = <Action extends string>(
  selected: string | undefined,
): readonly [Action | null, (action: Action | null) => void] => {
  const [open, setOpen] = useState<{ readonly of: string; readonly action: Action } | null>(null);
  const act = (action: Action | null): void =>
    setOpen(action === null || selected === undefined ? null : { of: selected, action });
  return [open !== null && open.of === selected ? open.action : null, act];
};
