/** A photograph of the form. Its id is made when it is taken and is the idempotency key of its upload. */
export interface SheetPhoto {
  readonly id: string;
  readonly name: string;
  readonly blob: Blob;
  readonly takenAt: string;
}
