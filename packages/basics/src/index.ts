export { assertNever } from './assert-never.ts';
export type {
  AreaId,
  ChoiceId,
  ContestId,
  ElectionId,
  FileId,
  Id,
  PartyId,
  RaceId,
  RegisterId,
  SheetId,
  UserId,
} from './brand.ts';
export { type Clock, systemClock } from './clock.ts';
export { type Err, err, type Ok, ok, type Result, unwrap } from './result.ts';
export { isUuid, uuidv7 } from './uuid.ts';
