-- From where a change was made, and why: beside actor, on_behalf_of and request_id.
-- `device` is the session of a person, or `program:<name>` where the program acted by itself.
alter table ledger add column device text;
alter table ledger add column reason text;

-- What did not happen: failed sign-ins, refused rights, tripped limits. Written outside the failing request's
-- transaction. A person's id is no foreign key: nothing here goes away with a person.
create table audit_refusal (
  -- Of the ledger's own numbers, so that an entry of either has one that no other has.
  id bigint primary key default nextval('ledger_id_seq'),
  kind text not null,
  person_id uuid,
  election_id uuid,
  action text not null,
  -- Truncated: /24 of IPv4, /48 of IPv6.
  network cidr,
  request_id text,
  detail jsonb not null default '{}',
  -- Equal refusals of one moment are one row.
  times integer not null default 1 check (times > 0),
  occurred_at timestamptz not null default clock_timestamp()
);
create index audit_refusal_by_time on audit_refusal (occurred_at, id);
create index audit_refusal_by_person on audit_refusal (person_id, occurred_at, id) where person_id is not null;
create index audit_refusal_by_kind on audit_refusal (kind, occurred_at, id);
create index audit_refusal_by_action on audit_refusal (action, occurred_at, id);
create index audit_refusal_by_election on audit_refusal (election_id, occurred_at, id) where election_id is not null;

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is append-only' using errcode = 'restrict_violation';
end $$;
create trigger audit_refusal_is_append_only before update or delete on audit_refusal
  for each row execute function refuse_audit_change();
create trigger audit_refusal_is_never_emptied before truncate on audit_refusal
  for each statement execute function refuse_audit_change();

-- What was done and what was refused in one list, for the audit explorer. `action` is the type of an event or the kind of a
-- refusal, `thing` the stream of an event or the operation that was refused.
create view audit_entry as
  select id, occurred_at, actor as person_id, type as action, stream as thing, election_id, id as ledger_id, null::bigint as refusal_id
  from ledger
  union all
  select id, occurred_at, person_id, kind, action, election_id, null, id
  from audit_refusal;

-- What looked wrong. `key` says once what is meant, so that looking again raises nothing again.
create table audit_alert (
  id uuid primary key,
  kind text not null,
  key text not null unique,
  person_id uuid,
  detail jsonb not null,
  raised_at timestamptz not null
);
create index audit_alert_by_time on audit_alert (raised_at, id);

-- An alert without a row here is open.
create table audit_acknowledgement (
  alert_id uuid primary key references audit_alert,
  acknowledged_by uuid not null,
  reason text not null,
  acknowledged_at timestamptz not null
);

-- Where a person last signed in from, as far as the configured networks tell: looked at once more and then replaced.
create table audit_place (
  person_id uuid primary key references person on delete cascade,
  latitude real not null,
  longitude real not null,
  seen_at timestamptz not null
);
