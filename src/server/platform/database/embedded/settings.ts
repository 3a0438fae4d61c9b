type Options = { readonly folder: string; readonly socketFolder: string; readonly durable: boolean };

const durability = (durable: boolean) => {
  const value = durable ? 'on' : 'off';
  return { fsync: value, synchronous_commit: value, full_page_writes: value };
};

/** What a failing statement says may hold names and texts of a facility: the log gets the error's code and place only. */
const quietLog = {
  log_checkpoints: 'off',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length_on_error: '0',
  log_line_prefix: '%m [%p] %e ',
  log_timezone: 'UTC',
};

/** Arguments of `postgres`: reached over its socket only, and what must hold whatever postgresql.conf says. */
export function serverArguments({ folder, socketFolder, durable }: Options): readonly string[] {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    password_encryption: 'scram-sha-256',
    logging_collector: 'off',
    log_destination: 'stderr',
    max_connections: '200',
    timezone: 'UTC',
    ...durability(durable),
    ...quietLog,
  };
  return [
    '-D',
    folder,
    '-p',
    '5432',
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}
