-- A session is a sign-in; its refresh tokens are a family in which one is current and the others were replaced.
alter table session drop column secret_hash;
alter table session
  -- The first factor: password, phone, link or passkey.
  add column method text not null default 'password',
  -- When a second factor was shown last; null where none was.
  add column second_factor_at timestamptz,
  -- `cookie` of a browser, or `body` of an app.
  add column carrier text not null default 'cookie' check (carrier in ('cookie', 'body')),
  -- As read from the user agent; null where it says nothing.
  add column browser text,
  add column system text,
  add column place text,
  -- Nobody had signed in to this account from that browser before. It is shown, and decides nothing.
  add column new_device boolean not null default false,
  -- Written when the session is renewed, never by reading.
  add column last_seen_at timestamptz not null default clock_timestamp();
create index session_open on session (last_seen_at) where ended_at is null;

create table refresh_token (
  -- SHA-256 of 256 random bits.
  secret_hash bytea primary key,
  session_id uuid not null references session on delete cascade,
  created_at timestamptz not null,
  -- When it was used: from then on it is only good for telling that somebody else holds a copy.
  replaced_at timestamptz
);
-- Two renewals at once cannot both leave a current token.
create unique index refresh_token_current on refresh_token (session_id) where replaced_at is null;
create index refresh_token_session on refresh_token (session_id);

-- A new key is published before it signs.
alter table signing_key add column signs_from timestamptz not null default clock_timestamp();

-- An authenticator app (RFC 6238), by its sealed secret.
create table totp (
  person_id uuid primary key references person on delete cascade,
  sealed text not null,
  -- Null until a first code has proved that the app has the secret.
  confirmed_at timestamptz,
  -- The time step of the last code that was taken: no code is taken twice.
  last_step bigint not null default 0,
  created_at timestamptz not null
);

create table passkey (
  -- The credential's id, base64url.
  id text primary key,
  person_id uuid not null references person on delete cascade,
  -- COSE.
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  backed_up boolean not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_person on passkey (person_id);

-- One of ten; SHA-256 of 80 random bits.
create table recovery_code (
  person_id uuid not null references person on delete cascade,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (person_id, code_hash)
);

-- What a sign-in, a passkey or a step-up waits for: single use, minutes long. The client holds the secret.
create table factor_challenge (
  secret_hash bytea primary key,
  purpose text not null check (purpose in ('sign_in', 'step_up', 'passkey_sign_in', 'passkey_enrol')),
  -- Null where the passkey itself will say who it is.
  person_id uuid references person on delete cascade,
  -- The session that steps up or enrols.
  session_id uuid references session on delete cascade,
  -- The first factor of a sign-in.
  method text,
  -- Base64url; null where no passkey is asked for.
  webauthn_challenge text,
  known_device boolean not null default false,
  tries smallint not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index factor_challenge_person on factor_challenge (person_id, created_at);
create index factor_challenge_expiry on factor_challenge (expires_at);
