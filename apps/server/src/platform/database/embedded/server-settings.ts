/** Settings of the embedded PostgreSQL: durable (fsync stays on), no TCP, sized for one machine of a few GB. */
export const serverSettings = (socketFolder: string): Record<string, string> => ({
  listen_addresses: '',
  unix_socket_directories: socketFolder,
  unix_socket_permissions: '0700',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  // The method these programs are built with costs more processor time than the writing it saves.
  wal_compression: 'off',
  max_wal_size: '4GB',
  min_wal_size: '256MB',
  checkpoint_timeout: '15min',
  checkpoint_completion_target: '0.9',
  max_connections: '60',
  // Compiling costs more than it saves on short statements.
  jit: 'off',
  // A forgotten transaction would hold every ledger follower back.
  idle_in_transaction_session_timeout: '60s',
  random_page_cost: '1.1',
  log_line_prefix: '%m [%p] %q%d ',
  log_timezone: 'UTC',
  timezone: 'UTC',
});

export const asArguments = (settings: Record<string, string>): string[] =>
  Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
