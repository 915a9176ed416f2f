import type { Analysis } from '@comitium/contract';
import type { Board } from './board.ts';

export type ListKind = 'areas' | Analysis['kind'];

const kinds: readonly ListKind[] = ['areas', 'marginal', 'swing', 'split'];

/**
 * The lists that say something here: close races and splits are told for the whole country, swing wherever areas can
 * be compared with the last time.
 */
export const listsFor = ({ election, view }: Pick<Board, 'election' | 'view'>): readonly ListKind[] => {
  const whole = view.scope.level === 'national';
  const swings = view.children.some(({ swing }) => swing !== undefined);
  return kinds.filter((kind) => {
    if (kind === 'areas') return true;
    if (kind === 'swing') return swings || (whole && election.previous !== null);
    return whole && (kind === 'marginal' || election.races.length > 1);
  });
};

/** The list that an address asks for, or the areas where it asks for none or for one that says nothing here. */
export const chosenList = (asked: string | undefined, lists: readonly ListKind[]): ListKind =>
  lists.find((kind) => kind === asked) ?? 'areas';
