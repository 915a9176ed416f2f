create extension if not exists citext;

create table person (
  id uuid primary key,
  email citext not null unique,
  name text not null,
  password_hash text not null,
  disabled_at timestamptz,
  created_by uuid references person,
  created_at timestamptz not null default clock_timestamp()
);
create index person_created_by on person (created_by);

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

-- The keys that sign access tokens; the private part is a PKCS #8 PEM. Older keys go on verifying until they retire.
create table signing_key (
  id text primary key,
  private_pem text not null,
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
