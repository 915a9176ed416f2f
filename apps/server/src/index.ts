// What the command line uses of the server: the same program, without a listener.
export { type App, buildApp } from './build-app.ts';
export { startDemonstration } from './demonstration/start-demonstration.ts';
export { endSoon } from './end-soon.ts';
export { type OpenPlatform, openPlatform } from './open-platform.ts';
export { readConfig } from './platform/config/read-config.ts';
export type { Config } from './platform/config/settings.ts';
export { newDataKey } from './platform/crypto/open-key-ring.ts';
export type { KeyRotation } from './platform/crypto/rotate-keys.ts';
export { openDatabase, prepareDatabase } from './platform/database/index.ts';
export { startWorker } from './platform/jobs/index.ts';
export { createMetrics } from './platform/telemetry/metrics.ts';
export { listenForSignals, runUntilSignal } from './run-until-signal.ts';
export { serve } from './serve.ts';
