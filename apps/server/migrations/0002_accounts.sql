-- Keys that data here may be sealed with, each with a MAC of its id under itself: another key of the same name, or a
-- missing one, is told at the start.
create table data_key (
  id text primary key,
  proof bytea not null
);

create table person (
  id uuid primary key,
  -- Empty where a person has not told it, or was erased.
  name text not null,
  language text not null default 'en',
  -- Null where a person signs in by phone alone.
  password_hash text,
  disabled_at timestamptz,
  -- Personal data was erased; the row stays, because the ledger speaks of it.
  erased_at timestamptz,
  created_by uuid references person,
  created_at timestamptz not null default clock_timestamp()
);
create index person_created_by on person (created_by);

-- Small, square, drawn anew by the page; it goes with the account, which an attachment of a sheet would not.
create table person_photo (
  person_id uuid primary key references person,
  media_type text not null,
  content bytea not null check (octet_length(content) <= 262144),
  stored_at timestamptz not null
);

-- A phone number (E.164) or e-mail address of a person, encrypted.
create table identity (
  id uuid primary key,
  person_id uuid not null references person,
  kind text not null check (kind in ('phone', 'email')),
  sealed text not null,
  verified_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  unique (person_id, kind)
);

-- Its keyed HMAC under every accepted key: what makes it findable, and unique also while keys rotate.
create table identity_mac (
  mac bytea primary key,
  identity_id uuid not null references identity on delete cascade deferrable initially deferred,
  key_id text not null
);
create index identity_mac_identity on identity_mac (identity_id);

-- A code or link that was sent. Of its secret only a keyed hash is kept; `sealed` says what it is about.
create table challenge (
  id uuid primary key,
  purpose text not null,
  secret_mac bytea not null,
  sealed text not null,
  person_id uuid references person on delete cascade,
  -- For the limits: keyed hashes of the number or address and of who asked, and the number's country prefix.
  target_mac bytea not null,
  requester_mac bytea not null,
  prefix text,
  -- Asked from a device on which the owner has signed in before: it has limits of its own.
  known boolean not null,
  tries smallint not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  burnt_at timestamptz
);
create index challenge_target on challenge (target_mac, created_at);
create index challenge_requester on challenge (requester_mac, created_at);
create index challenge_prefix on challenge (prefix, created_at);
create index challenge_created on challenge (created_at);
create index challenge_person on challenge (person_id) where person_id is not null;

-- A new phone or e-mail that waits until both sides have confirmed it, or until `applies_at`.
create table identity_change (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  kind text not null check (kind in ('phone', 'email')),
  sealed text not null,
  new_confirmed_at timestamptz,
  -- Null also where there is no old one, or it cannot be reached.
  old_confirmed_at timestamptz,
  needs_old boolean not null,
  -- Where the old one cannot be reached: when the change takes effect if nobody stops it.
  applies_at timestamptz,
  state text not null check (state in ('waiting', 'applied', 'cancelled')),
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create unique index identity_change_waiting on identity_change (person_id, kind) where state = 'waiting';
create index identity_change_due on identity_change (applies_at) where state = 'waiting';

-- A browser's sign-in: the cookie holds a random secret, the row only its SHA-256.
create table session (
  id uuid primary key,
  person_id uuid not null references person,
  secret_hash bytea not null unique,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index session_person on session (person_id);
create index session_ended on session (ended_at) where ended_at is not null;

-- The keys that sign access tokens; the private part is a PKCS #8 PEM, sealed with the data keys. Older keys go on verifying until they retire.
create table signing_key (
  id text primary key,
  private_sealed text not null,
  public_pem text not null,
  created_at timestamptz not null default clock_timestamp(),
  retires_at timestamptz
);

create table live_ticket (
  secret_hash bytea primary key,
  person_id uuid not null references person,
  session_id uuid not null references session,
  expires_at timestamptz not null,
  person_expires_at timestamptz not null
);

-- Answers to creating requests, by caller, operation and key; sheets keep theirs in sheet_revision.
create table idempotency (
  caller text not null,
  operation text not null,
  key text not null,
  body_hash bytea not null,
  state text not null check (state in ('running', 'done')),
  answer jsonb,
  started_at timestamptz not null default clock_timestamp(),
  primary key (caller, operation, key)
);
create index idempotency_age on idempotency (started_at);
