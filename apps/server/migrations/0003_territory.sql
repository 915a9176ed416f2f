-- An edition of a country's tree of areas. levels[1] names the whole, the last one the polling station.
-- It never changes once it is imported. A deleted one is hidden, and its code is free again.
create table register (
  id uuid primary key,
  code text not null,
  name text not null,
  levels text[] not null check (cardinality(levels) between 2 and 16),
  simulated boolean not null default false,
  areas integer not null default 0,
  stations integer not null default 0,
  registered bigint not null default 0,
  created_at timestamptz not null default clock_timestamp(),
  deleted_at timestamptz
);
create unique index register_code on register (code) where deleted_at is null;

create table area (
  id uuid primary key,
  register_id uuid not null references register,
  code text not null,
  name text not null,
  level smallint not null check (level >= 0),
  parent_id uuid references area,
  registered integer not null check (registered >= 0),
  lng double precision,
  lat double precision,
  position integer not null,
  unique (register_id, code),
  unique (register_id, position),
  check ((level = 0) = (parent_id is null))
);
create unique index area_one_root on area (register_id) where level = 0;
create index area_parent on area (parent_id);

-- Simplified shapes of one level, as gzip of TopoJSON, addressed by the hash of their content.
create table boundary (
  register_id uuid not null references register,
  level smallint not null,
  hash text not null,
  topology bytea not null,
  bbox double precision[] not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (register_id, level)
);

-- Imports of shapes that somebody waits for. The process that received the file says how far it is; any process shows
-- it and may cancel it. Forgotten after a day: what was written is in the ledger.
create table boundary_import (
  id uuid primary key,
  register_id uuid not null references register,
  level smallint not null,
  dry_run boolean not null,
  state text not null check (state in ('running', 'done', 'failed', 'cancelled')),
  step text not null,
  share real not null,
  report json,
  problem json,
  -- Every one that report or problem names, apart from them: there may be as many as stations.
  errors json not null,
  error_count integer not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz,
  check ((state = 'running') = (ended_at is null))
);
create unique index boundary_import_one_running on boundary_import (register_id, level) where state = 'running';
