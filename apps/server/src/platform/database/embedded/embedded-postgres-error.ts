/** Why the embedded PostgreSQL did not start; `detail` is one sentence for the person who started it. */
export interface EmbeddedPostgresError {
  readonly code:
    | 'platform-unsupported'
    | 'binaries-missing'
    | 'account-missing'
    | 'folder-not-writable'
    | 'folder-in-use'
    | 'version-mismatch'
    | 'initialisation-failed'
    | 'start-failed';
  readonly detail: string;
}
