-- The tables a sheet goes through refer to their contests, stations and races without foreign keys: checking those cost a
-- third of the intake's time in the database. What they refer to cannot go away, because ballots and registers are only
-- changed under the election's row lock, which every sheet's transaction shares, and never where sheets exist.

-- The present state of a station's sheet for one contest. A rejected sheet is no longer live and frees its place.
create table sheet (
  id uuid primary key,
  election_id uuid not null,
  race_id uuid not null,
  contest_id uuid not null,
  station_id uuid not null,
  revision integer not null,
  status text not null check (status in ('accepted', 'held', 'verified', 'certified', 'rejected')),
  flagged boolean not null,
  votes integer[] not null,
  rejected integer not null,
  cast_ballots integer not null,
  registered integer not null,
  author_id uuid not null,
  source text not null,
  received_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index sheet_live on sheet (station_id, contest_id) where status <> 'rejected';
create index sheet_attention on sheet (election_id, updated_at, id) where status = 'held' or flagged;
create index sheet_held on sheet (race_id) where status = 'held';
create index sheet_recent on sheet (election_id, updated_at, id);

-- Every set of figures that was ever sent. (author, key) is the idempotency record: the answer is made from the row.
create table sheet_revision (
  sheet_id uuid not null,
  revision integer not null,
  status text not null,
  votes integer[] not null,
  rejected integer not null,
  cast_ballots integer not null,
  registered integer not null,
  author_id uuid not null,
  idempotency_key text not null,
  body_hash bytea not null,
  leaf_hash bytea not null,
  source text not null,
  on_behalf_of text,
  device text,
  note text,
  reason text,
  captured_at timestamptz,
  received_at timestamptz not null,
  warnings jsonb not null,
  attachments uuid[] not null,
  primary key (sheet_id, revision)
);
create unique index sheet_revision_key on sheet_revision (author_id, idempotency_key);

create index sheet_revision_attachments on sheet_revision using gin (attachments) where cardinality(attachments) > 0;

-- Totals of an area and all below it, true at every commit. basis: 0 provisional, 1 verified, 2 certified.
-- votes are in ballot order of the contest at and below its district, in column order of the race above it.
-- registered adds up the sheets' own figures, on_register the register's, so that what is outstanding is exact.
create table tally (
  race_id uuid not null,
  area_id uuid not null,
  basis smallint not null,
  votes bigint[] not null,
  rejected bigint not null,
  cast_ballots bigint not null,
  registered bigint not null,
  on_register bigint not null,
  stations integer not null,
  updated_at timestamptz not null,
  primary key (race_id, area_id, basis)
) with (fillfactor = 50);

-- A race in an area called by a person; withdrawn_at ends it.
create table area_call (
  id uuid primary key,
  race_id uuid not null references race,
  area_id uuid not null references area,
  choice_code text not null,
  reason text not null,
  called_by uuid not null references person,
  called_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid references person
);
create unique index area_call_live on area_call (race_id, area_id) where withdrawn_at is null;

-- The night, minute by minute: what each minute added (provisional basis) to an area of the upper levels.
create table timeline (
  race_id uuid not null references race,
  area_id uuid not null references area,
  minute timestamptz not null,
  votes bigint[] not null,
  rejected bigint not null,
  cast_ballots bigint not null,
  registered bigint not null,
  stations integer not null,
  primary key (race_id, area_id, minute)
);

create table stored_file (
  id uuid primary key,
  sha256 bytea not null,
  media_type text not null,
  size integer not null,
  name text not null,
  place text not null,
  uploaded_by uuid not null references person,
  created_at timestamptz not null default clock_timestamp()
);
-- The same content from the same person is the same file.
create unique index stored_file_once on stored_file (uploaded_by, sha256);

-- A sheet that was refused because its station already had a live one: kept, so that the desk can compare the two.
create table sheet_conflict (
  id uuid primary key,
  election_id uuid not null references election,
  contest_id uuid not null references contest,
  station_id uuid not null references area,
  sheet_id uuid not null references sheet,
  same_figures boolean not null,
  votes integer[] not null,
  rejected integer not null,
  cast_ballots integer not null,
  registered integer not null,
  author_id uuid not null references person,
  idempotency_key text not null,
  source text not null,
  note text,
  attachments uuid[] not null,
  received_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid references person,
  settled_reason text,
  unique (author_id, idempotency_key)
);
create index sheet_conflict_open on sheet_conflict (election_id, received_at desc, id) where settled_at is null;
create index sheet_conflict_sheet on sheet_conflict (sheet_id);
create index sheet_conflict_attachments on sheet_conflict using gin (attachments) where cardinality(attachments) > 0;
