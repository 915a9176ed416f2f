-- What the last recount of each election found. Recounts run where jobs run, or from the command line; every server tells
-- this at /metrics.
create table recount (
  election_id uuid primary key references election on delete cascade,
  differences integer not null check (differences >= 0),
  recounted_at timestamptz not null
);
