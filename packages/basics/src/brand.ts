declare const brand: unique symbol;

/** A string that is known to be one kind of identifier; plain strings do not pass. */
export type Id<Name extends string> = string & { readonly [brand]: Name };

export type UserId = Id<'user'>;
export type RegisterId = Id<'register'>;
export type AreaId = Id<'area'>;
export type ElectionId = Id<'election'>;
export type RaceId = Id<'race'>;
export type ContestId = Id<'contest'>;
export type ChoiceId = Id<'choice'>;
export type PartyId = Id<'party'>;
export type SheetId = Id<'sheet'>;
export type FileId = Id<'file'>;
