/** Where a revision of a sheet stands. */
export type SheetStatus =
  | 'submitted'
  | 'held'
  | 'accepted'
  | 'verified'
  | 'certified'
  | 'rejected'
  | 'superseded';

/** Which sheets a total is made of, from the loosest to the strictest. All three are always kept. */
export type Basis = 'provisional' | 'verified' | 'certified';

export const bases: readonly Basis[] = ['provisional', 'verified', 'certified'];

/** How far up `bases` a status reaches. */
const reach: Readonly<Record<SheetStatus, number>> = {
  submitted: 0,
  held: 0,
  accepted: 1,
  verified: 2,
  certified: 3,
  rejected: 0,
  superseded: 0,
};

/** Whether a sheet of this status counts in the totals of this basis. */
export const countedIn = (status: SheetStatus, basis: Basis): boolean => reach[status] > bases.indexOf(basis);
