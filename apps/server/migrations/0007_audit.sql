-- From where a change was made, and why: beside actor, on_behalf_of and request_id.
-- `device` is the session of a person, or `program:<name>` where the program acted by itself.
alter table ledger add column device text;
alter table ledger add column reason text;

-- What did not happen: failed sign-ins, refused rights, tripped limits. Written outside the failing request's
-- transaction. A person's id is no foreign key: nothing here goes away with a person.
create table audit_refusal (
  id bigint generated always as identity primary key,
  kind text not null,
  person_id uuid,
  action text not null,
  -- Truncated: /24 of IPv4, /48 of IPv6.
  network cidr,
  request_id text,
  detail jsonb not null default '{}',
  -- Equal refusals of one moment are one row.
  times integer not null default 1 check (times > 0),
  occurred_at timestamptz not null default clock_timestamp()
);
create index audit_refusal_by_person on audit_refusal (person_id, id) where person_id is not null;
create index audit_refusal_by_action on audit_refusal (action, id);
create index audit_refusal_by_kind on audit_refusal (kind, id);
create index audit_refusal_by_time on audit_refusal (occurred_at);

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is append-only' using errcode = 'restrict_violation';
end $$;
create trigger audit_refusal_is_append_only before update or delete on audit_refusal
  for each row execute function refuse_audit_change();
create trigger audit_refusal_is_never_emptied before truncate on audit_refusal
  for each statement execute function refuse_audit_change();
