create table election (
  id uuid primary key,
  code text not null unique,
  name text not null,
  kind text not null,
  polling_date date not null,
  polls_close_at timestamptz,
  register_id uuid not null references register,
  previous_id uuid references election,
  follows_id uuid references election,
  state text not null check (state in ('setup', 'open', 'counting', 'provisional', 'certified', 'reopened')),
  basis text not null check (basis in ('provisional', 'verified', 'certified')),
  settings jsonb not null,
  simulated boolean not null,
  version integer not null default 1,
  created_at timestamptz not null default clock_timestamp()
);

create table party (
  id uuid primary key,
  election_id uuid not null references election on delete cascade,
  code text not null,
  name text not null,
  short_name text not null,
  color text not null,
  position integer not null,
  unique (election_id, code)
);

create table race (
  id uuid primary key,
  election_id uuid not null references election on delete cascade,
  code text not null,
  name text not null,
  seat_method text not null check (seat_method in ('none', 'plurality', 'majority', 'dhondt')),
  threshold double precision not null,
  blank_votes boolean not null,
  position integer not null,
  unique (election_id, code)
);

create table contest (
  id uuid primary key,
  election_id uuid not null references election on delete cascade,
  race_id uuid not null references race on delete cascade,
  area_id uuid not null references area,
  code text not null,
  name text not null,
  seats integer not null check (seats >= 1),
  held_by_id uuid references party,
  position integer not null,
  unique (race_id, area_id),
  unique (election_id, code)
);

create table choice (
  id uuid primary key,
  contest_id uuid not null references contest on delete cascade,
  code text not null,
  name text not null,
  party_id uuid references party,
  color text not null,
  ballot_order integer not null,
  unique (contest_id, code),
  unique (contest_id, ballot_order) deferrable initially immediate
);
create index choice_party on choice (party_id);

-- A role held at a scope. Both members null = everywhere; an area reaches all below it.
create table role_grant (
  id uuid primary key,
  person_id uuid not null references person,
  role text not null,
  election_id uuid references election,
  area_id uuid references area,
  starts_at timestamptz not null default clock_timestamp(),
  ends_at timestamptz,
  granted_by uuid references person,
  revoked_at timestamptz
);
create unique index role_grant_once on role_grant
  (person_id, role, coalesce(election_id, '00000000-0000-0000-0000-000000000000'), coalesce(area_id, '00000000-0000-0000-0000-000000000000'))
  where revoked_at is null;
create index role_grant_election on role_grant (election_id) where revoked_at is null;
