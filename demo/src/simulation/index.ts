export { fetchArrivedSheets } from './fetch-arrived-sheets.ts';
export { isForGood, type NightProgress, type Refusal } from './night-progress.ts';
export { type Credentials, openSession, type Session, type SessionOptions } from './open-session.ts';
export {
  type ArrivedSheets,
  type RestOfNight,
  type RestOptions,
  restOfNight,
  subjectOf,
} from './rest-of-night.ts';
export { type ResumedNight, resumeNight } from './resume-night.ts';
export { defaultRetryPolicy, type RetryPolicy } from './retry-policy.ts';
export { type BatchUpload, sendBatch } from './send-batch.ts';
export type { SendFailure } from './send-failure.ts';
export { type NightReport, type NightSimulation, simulateNight } from './simulate-night.ts';
