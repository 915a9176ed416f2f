import { useNavigate } from '@tanstack/react-router';

interface Steps {
  readonly rows: readonly { readonly id: string }[];
  readonly selected: string | undefined;
}

/** To the row after or before the selected one. */
export const useStep = (election: string, { rows, selected }: Steps) => {
  const navigate = useNavigate();
  return (by: 1 | -1): void => {
    const place = rows.findIndex(({ id }) => id === selected);
    const next = rows[place === -1 ? 0 : place + by];
    if (!next) return;
    void navigate({
      to: '/elections/$election/desk',
      params: { election },
      search: (before) => ({ ...before, sheet: next.id }),
      replace: true,
      resetScroll: false,
    });
  };
};
