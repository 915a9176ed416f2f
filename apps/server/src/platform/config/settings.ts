import { auditSettings } from './audit-settings.ts';
import { messageSettings } from './message-settings.ts';
import { type Setting, secret, setting } from './setting.ts';
import {
  addressRanges,
  bytes,
  choice,
  count,
  country,
  flag,
  list,
  port,
  postgresUrl,
  seconds,
  text,
} from './setting-kinds.ts';

/** Every setting of the program, once; docs/generated/configuration.md is printed from this list. */
export const settings = {
  host: setting('COMITIUM_HOST', text, '127.0.0.1', 'Address to listen on; 0.0.0.0 for all.'),
  port: setting('PORT', port, 5050, 'TCP port of the web server; 0 picks a free one.'),
  dataDir: setting('COMITIUM_DATA_DIR', text, 'var', 'Folder for the embedded database and uploaded files.'),
  databaseUrl: secret(
    setting(
      'DATABASE_URL',
      postgresUrl,
      '',
      'PostgreSQL 15 or later; empty starts the embedded PostgreSQL under the data folder.',
    ),
  ),
  databaseOwnerUrl: setting(
    'COMITIUM_DATABASE_OWNER_URL',
    postgresUrl,
    '',
    'The same database for the role that owns its tables, used to migrate only; DATABASE_URL is then a role that can rewrite nothing that is evidence. Production asks for both, at least when it runs `comitium migrate`.',
  ),
  databasePool: setting('COMITIUM_DATABASE_POOL', port, 20, 'Most connections to PostgreSQL at once.'),
  publicUrl: setting(
    'COMITIUM_PUBLIC_URL',
    text,
    '',
    'Address people use; empty means http://localhost:<port>.',
  ),
  environment: setting(
    'NODE_ENV',
    choice(['development', 'test', 'production']),
    'development',
    'production refuses to start without data keys and has no page that shows what was sent.',
  ),
  dataKeys: secret(
    setting(
      'COMITIUM_DATA_KEYS',
      text,
      '',
      'Keys of personal data as id:base64 of 32 bytes, comma separated, the first is the current one. Outside production one is made under the data folder.',
    ),
  ),
  dataKeysFile: setting(
    'COMITIUM_DATA_KEYS_FILE',
    text,
    '',
    'File that holds them instead, one a line or comma separated.',
  ),
  phoneCountry: setting(
    'COMITIUM_PHONE_COUNTRY',
    country,
    '',
    'Country (GE, GH …) whose phone numbers may be written without +; empty takes international ones only.',
  ),
  phoneCountries: setting(
    'COMITIUM_PHONE_COUNTRIES',
    list,
    [],
    'Countries (GE,GH …) whose phone numbers may join; empty takes all.',
  ),
  codeResend: setting(
    'COMITIUM_CODE_RESEND_SECONDS',
    seconds,
    30,
    'Wait before another code or link is sent.',
  ),
  codesPerAddress: setting(
    'COMITIUM_CODES_PER_ADDRESS',
    port,
    20,
    'Codes and links an hour that one network address may ask for; an office behind one address needs more.',
  ),
  codesPerCountry: setting(
    'COMITIUM_CODES_PER_COUNTRY',
    seconds,
    1000,
    'Codes an hour to the numbers of one country prefix, devices that signed in before not counted.',
  ),
  codesPerHour: setting(
    'COMITIUM_CODES_PER_HOUR',
    seconds,
    3000,
    'Codes an hour to all numbers, devices that signed in before not counted.',
  ),
  identityChangeDelay: setting(
    'COMITIUM_IDENTITY_CHANGE_SECONDS',
    seconds,
    3 * 86_400,
    'When a new phone or e-mail takes effect whose old one cannot be reached to confirm it.',
  ),
  trustedProxies: setting(
    'COMITIUM_TRUSTED_PROXIES',
    addressRanges,
    [],
    'Addresses or ranges whose X-Forwarded-For is believed; empty believes nobody.',
  ),
  corsOrigins: setting('COMITIUM_CORS_ORIGINS', list, [], 'Other origins whose pages may call the API.'),
  logLevel: setting(
    'COMITIUM_LOG_LEVEL',
    choice(['fatal', 'error', 'warn', 'info', 'debug', 'trace']),
    'info',
    'Least severity that is logged.',
  ),
  metricsAddresses: setting(
    'COMITIUM_METRICS_ADDRESSES',
    addressRanges,
    ['127.0.0.1', '::1'],
    'Addresses or ranges that may read /metrics.',
  ),
  bodySeconds: setting(
    'COMITIUM_BODY_SECONDS',
    seconds,
    20,
    'How long a JSON body may take to arrive; imports and uploads may take ten minutes.',
  ),
  bodyLimit: setting('COMITIUM_BODY_LIMIT', bytes, 1024 * 1024, 'Largest JSON body, in bytes.'),
  importLimit: setting('COMITIUM_IMPORT_LIMIT', bytes, 256 * 1024 * 1024, 'Largest import body, in bytes.'),
  uploadLimit: setting('COMITIUM_UPLOAD_LIMIT', bytes, 12 * 1024 * 1024, 'Largest attachment, in bytes.'),
  tokenLifetime: setting('COMITIUM_TOKEN_SECONDS', seconds, 900, 'Life of an access token.'),
  sessionLifetime: setting('COMITIUM_SESSION_SECONDS', seconds, 12 * 3600, 'Life of a browser session.'),
  privilegedIdle: setting(
    'COMITIUM_PRIVILEGED_IDLE_SECONDS',
    seconds,
    3600,
    'Sessions of administrators end after this time without a request, noticed to within the life of a token; 0 never ends them so.',
  ),
  signingKeyDays: setting(
    'COMITIUM_SIGNING_KEY_DAYS',
    port,
    30,
    'Days after which a new key signs access tokens; 0 keeps one key.',
  ),
  requireSecondFactor: setting(
    'COMITIUM_REQUIRE_SECOND_FACTOR',
    choice(['auto', 'true', 'false']),
    'auto',
    'Whether administrators need a second factor before they can do anything else; auto asks for it in production.',
  ),
  passkeyDomain: setting(
    'COMITIUM_PASSKEY_DOMAIN',
    text,
    '',
    'Domain that passkeys are made for, once and for good: the host of the public address or a domain above it; empty takes that host.',
  ),
  placeHeader: setting(
    'COMITIUM_PLACE_HEADER',
    text,
    '',
    'Header in which a trusted proxy tells the country or city of a request, such as cf-ipcountry; empty shows no places of sessions.',
  ),
  rateLimits: setting(
    'COMITIUM_RATE_LIMITS',
    flag,
    true,
    'Whether requests are limited by caller and address.',
  ),
  requestsPerCaller: setting(
    'COMITIUM_REQUESTS_PER_CALLER',
    count,
    1200,
    'Requests a minute of one account, or of one address that is not signed in; a newsroom behind one address needs more. Some routes have limits of their own.',
  ),
  signInsPerAddress: setting(
    'COMITIUM_SIGN_INS_PER_ADDRESS',
    port,
    10,
    'Attempts to sign in from one address in a minute; an office behind one address needs more.',
  ),
  socketsPerAddress: setting(
    'COMITIUM_SOCKETS_PER_ADDRESS',
    port,
    20,
    'Most live connections from one address; a newsroom behind one address needs more.',
  ),
  socketsPerAccount: setting(
    'COMITIUM_SOCKETS_PER_ACCOUNT',
    port,
    10,
    'Most live connections of one account.',
  ),
  redisUrl: secret(
    setting(
      'COMITIUM_REDIS_URL',
      text,
      '',
      'Redis or Valkey in which several processes count requests together, as redis://…, rediss://… or the path of a socket; empty counts in each process.',
    ),
  ),
  filesUrl: setting(
    'COMITIUM_FILES_URL',
    text,
    '',
    'S3-compatible storage as s3://bucket/prefix?endpoint=…&region=…; empty keeps files in the data folder.',
  ),
  otlpEndpoint: setting(
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    text,
    '',
    'Where OpenTelemetry traces go; empty sends none.',
  ),
  notaryOrigin: setting(
    'COMITIUM_NOTARY_ORIGIN',
    text,
    '',
    'Name of the public log, once and for good, such as results.example.org/log; empty takes the public address.',
  ),
  notaryKey: {
    ...setting(
      'COMITIUM_NOTARY_KEY',
      text,
      '',
      'Ed25519 seed that signs the public log, base64 of 32 bytes; empty makes one, sealed in the database.',
    ),
    secret: true,
  },
  notarySeconds: setting(
    'COMITIUM_NOTARY_SECONDS',
    seconds,
    2,
    'Longest time between a new leaf of the public log and its signed checkpoint.',
  ),
  notaryLeaves: setting(
    'COMITIUM_NOTARY_LEAVES',
    port,
    5000,
    'New leaves after which a checkpoint is signed before that time.',
  ),
  notaryWitnesses: setting(
    'COMITIUM_NOTARY_WITNESSES',
    list,
    [],
    'Witnesses that cosign checkpoints, each as <address>#<verifier key> (C2SP tlog-witness).',
  ),
  demoPassword: secret(
    setting(
      'COMITIUM_DEMO_PASSWORD',
      text,
      '',
      'Password of the demonstration accounts; empty makes one up.',
    ),
  ),
  ...auditSettings,
  ...messageSettings,
} as const;

export type Settings = typeof settings;
export type Config = { readonly [K in keyof Settings]: Settings[K] extends Setting<infer T> ? T : never };
