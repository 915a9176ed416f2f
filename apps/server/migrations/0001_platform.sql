-- The ledger: what happened, appended in the same transaction as the state it describes.
-- Order is (era, tx, id): transaction ids are compared with the snapshot's horizon, so that followers read only what
-- can no longer be preceded. A restore into a new cluster restarts transaction ids; the era rises then.

create table ledger_era (
  era smallint not null,
  only_row boolean primary key default true check (only_row)
);
insert into ledger_era (era) values (1);

create table ledger (
  id bigint generated always as identity primary key,
  era smallint not null default 1,
  tx xid8 not null default pg_current_xact_id(),
  stream text not null,
  -- Whose administrators may read it: named by the stream or the payload.
  election_id uuid,
  type text not null,
  version smallint not null,
  payload json not null,
  -- Its entry of the public log, where that was made beside it.
  entry text,
  actor uuid,
  on_behalf_of uuid,
  request_id text,
  -- The same for all events of a statement, so that who wrote them knows it without reading them again.
  occurred_at timestamptz not null default statement_timestamp()
);
create unique index ledger_by_position on ledger (era, tx, id);
create index ledger_by_stream on ledger (stream, occurred_at, id);
-- What the audit is searched by. Sheets come in such numbers that a list of all events is the list of them; the rest is rare.
create index ledger_by_time on ledger (occurred_at, id);
create index ledger_by_actor on ledger (actor, occurred_at, id) where actor is not null;
create index ledger_by_election on ledger (election_id, occurred_at, id) where election_id is not null;
create index ledger_of_rare_types on ledger (type, occurred_at, id) where type <> 'sheet.submitted';

create function refuse_ledger_change() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only' using errcode = 'restrict_violation';
end $$;
create trigger ledger_is_append_only before update or delete on ledger
  for each row execute function refuse_ledger_change();
create trigger ledger_is_never_emptied before truncate on ledger
  for each statement execute function refuse_ledger_change();

-- A stored follower's position: everything up to it was handled.
create table follower (
  name text primary key,
  era smallint not null,
  tx xid8 not null,
  id bigint not null,
  updated_at timestamptz not null default now()
);

-- Long work that people can watch and cancel.
create table work (
  id uuid primary key,
  kind text not null,
  state text not null check (state in ('waiting', 'running', 'finished', 'failed', 'cancelled')),
  done bigint not null default 0,
  total bigint,
  note text,
  error text,
  started_by uuid,
  cancel_requested boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  finished_at timestamptz
);
create index work_by_kind on work (kind, created_at desc);

-- For statements that are sent together with their commit: what must hold, they insist on.
create function refuse_unless(holds boolean, complaint text) returns void language plpgsql as $$
begin
  if not holds then
    raise exception '%', complaint using errcode = 'check_violation';
  end if;
end $$;
