// A process of its own for tests that kill it: starts the embedded PostgreSQL in the given folder and then waits.
import { unwrap } from '@comitium/basics';
import { startEmbeddedPostgres } from '../embedded/start-embedded-postgres.ts';
import { testLog } from './test-log.ts';

// Before anybody knows that it runs, and could send it.
process.once('SIGTERM', () => process.exit(1));
const dataDir = process.argv[2] ?? '';
const server = unwrap(await startEmbeddedPostgres({ dataDir, log: testLog }));
process.stdout.write(`${server.connectionString}\n`);
