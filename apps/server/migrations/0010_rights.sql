-- An invitation to a role: a link of one use, for the owner of one phone number or e-mail address.
create table invitation (
  id uuid primary key,
  role text not null,
  election_id uuid references election,
  area_id uuid references area,
  own boolean not null default false,
  -- Of the grant to come; the start is that of acceptance where it is null or has passed.
  starts_at timestamptz,
  ends_at timestamptz,
  kind text not null check (kind in ('phone', 'email')),
  -- The number or address, encrypted; emptied once the invitation is over.
  sealed text,
  language text not null,
  reason text not null,
  -- Null where the operator invites by the command line.
  invited_by uuid references person,
  created_at timestamptz not null,
  -- SHA-256 of the link's secret; null until it is sent: a platform administrator's waits for approval.
  secret_hash bytea unique,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid references person,
  revoked_at timestamptz,
  revoked_by uuid references person,
  constraint invitation_ends_once check (accepted_at is null or revoked_at is null),
  constraint invitation_accepted_by check ((accepted_at is null) = (accepted_by is null)),
  constraint invitation_not_for_oneself check (accepted_by <> invited_by)
);
create index invitation_election on invitation (election_id);
create index invitation_invited_by on invitation (invited_by);
create index invitation_sealed on invitation (expires_at) where sealed is not null;

-- Four eyes: what one administrator asks for, another one decides.
create table approval (
  id uuid primary key,
  invitation_id uuid not null unique references invitation,
  requested_by uuid not null references person,
  requested_at timestamptz not null,
  state text not null check (state in ('waiting', 'approved', 'refused', 'withdrawn')),
  decided_by uuid references person,
  decided_at timestamptz,
  decision_reason text,
  constraint approval_not_by_oneself check (decided_by <> requested_by or state = 'withdrawn'),
  constraint approval_decided check ((state = 'waiting') = (decided_at is null)),
  constraint approval_by_somebody check (state not in ('approved', 'refused') or decided_by is not null),
  constraint approval_refused_for_a_reason check (state <> 'refused' or decision_reason is not null)
);
create index approval_waiting on approval (requested_at) where state = 'waiting';

alter table role_grant
  add column own boolean not null default false,
  add column reason text,
  add column revoked_by uuid references person,
  add column revoke_reason text,
  add column invitation_id uuid references invitation,
  add column approved_by uuid references person,
  add constraint role_grant_period check (ends_at is null or ends_at > starts_at) not valid,
  -- Only the program itself (no giver) gives these without an invitation: the very first administrator.
  add constraint role_grant_by_invitation check (
    role not in ('election_administrator', 'platform_administrator') or granted_by is null
    or (invitation_id is not null and granted_by <> person_id)
  ) not valid,
  add constraint role_grant_four_eyes check (
    role <> 'platform_administrator' or granted_by is null
    or (approved_by is not null and approved_by <> granted_by and approved_by <> person_id)
  ) not valid;

drop index role_grant_once;
create unique index role_grant_once on role_grant
  (person_id, role, own, coalesce(election_id, '00000000-0000-0000-0000-000000000000'), coalesce(area_id, '00000000-0000-0000-0000-000000000000'))
  where revoked_at is null;
create index role_grant_person on role_grant (person_id);

-- Whether an area is another one or lies below it.
create function area_within(inner_area uuid, outer_area uuid) returns boolean
language sql stable parallel safe as $$
  with recursive path (id, parent_id) as (
    select id, parent_id from area where id = inner_area
    union all
    select area.id, area.parent_id from area join path on area.id = path.parent_id
  ) select exists (select from path where id = outer_area)
$$;
