-- Opens the commitments of a revision's leaf in the public log: 16 bytes for the figures, 16 for who sent them and why.
alter table sheet_revision add column salt bytea not null default decode(repeat('00', 32), 'hex');
alter table sheet_revision alter column salt drop default;

-- The public log, one a database. `private_key` is sealed by the data keys; null where the configuration holds it.
create table notary_log (
  only_row boolean primary key default true check (only_row),
  origin text not null,
  public_key bytea not null,
  private_key text,
  -- Leaves; whoever appends holds this row.
  size bigint not null default 0,
  created_at timestamptz not null default clock_timestamp()
);

-- The leaves in their order; their hashes are in the tiles. `ledger_id` is the event a leaf is of; `entry` its text, where
-- the event has none; `salt` opens its commitment to who and why, where the leaf is of no revision (a revision has its own).
create table notary_leaf (
  index bigint primary key,
  ledger_id bigint not null,
  entry text,
  salt bytea
);
-- Ledger ids rise with the log, so that this index grows at its end alone. Leaves are found by hash in memory.
create index notary_leaf_event on notary_leaf (ledger_id);

-- The leaves with their texts.
create view notary_entry as
  select n.index, n.ledger_id, coalesce(n.entry, l.entry) as entry, n.salt
  from notary_leaf n left join ledger l on l.id = n.ledger_id;

-- Up to 256 hashes of one height, 32 bytes each: the tiles of C2SP tlog-tiles, the last one of a level still growing.
create table notary_tile (
  level smallint not null,
  index bigint not null,
  hashes bytea not null,
  primary key (level, index)
);

-- What was signed. The primary key is the promise: never two checkpoints of one size.
create table notary_checkpoint (
  size bigint primary key,
  root bytea not null,
  note text not null,
  signed_at timestamptz not null
);

-- Signature lines of witnesses below a checkpoint.
create table notary_cosignature (
  size bigint not null references notary_checkpoint,
  name text not null,
  line text not null,
  received_at timestamptz not null default clock_timestamp(),
  primary key (size, name)
);

create function refuse_log_change() returns trigger language plpgsql as $$
begin
  raise exception 'the public log only grows' using errcode = 'restrict_violation';
end $$;
create trigger notary_leaf_only_grows before update or delete on notary_leaf
  for each row execute function refuse_log_change();
create trigger notary_leaf_is_never_emptied before truncate on notary_leaf
  for each statement execute function refuse_log_change();
create trigger notary_checkpoint_only_grows before update or delete on notary_checkpoint
  for each row execute function refuse_log_change();
create trigger notary_checkpoint_is_never_emptied before truncate on notary_checkpoint
  for each statement execute function refuse_log_change();
