-- Messages to people: stored in the transaction of the command that sends them, delivered by a job.
-- `sealed` holds address and values under the key ring and is emptied some time after delivery; nothing else in the row
-- is personal. `person_id` has no foreign key: the record of a delivery outlives an account.
create table message (
  id uuid primary key,
  -- One key, one message: whoever sends again under the same key sends nothing.
  key text not null unique,
  channel text not null check (channel in ('sms', 'email', 'push')),
  template text not null,
  language text not null,
  person_id uuid,
  sealed text,
  state text not null default 'waiting'
    check (state in ('waiting', 'sending', 'sent', 'dead', 'expired', 'discarded')),
  attempts smallint not null default 0,
  -- When the last attempt began: one that has not told its end for long is taken for lost.
  claimed_at timestamptz,
  -- Why the last attempt did not succeed: a code of ours and the gateway's status, never its words.
  reason text,
  gateway text,
  reference text,
  expires_at timestamptz not null,
  created_at timestamptz not null default clock_timestamp(),
  settled_at timestamptz,
  check ((settled_at is null) = (state in ('waiting', 'sending')))
);
create index message_dead on message (settled_at desc, id desc) where state = 'dead';
create index message_unerased on message (settled_at) where sealed is not null and settled_at is not null;
create index message_person on message (person_id) where person_id is not null;

-- What the local mailbox outside production received; empty on a real installation.
create table mailbox_item (
  id uuid primary key,
  channel text not null,
  sealed text not null,
  delivered_at timestamptz not null
);
create index mailbox_item_newest on mailbox_item (delivered_at desc, id desc);

-- A browser that wants push messages. The endpoint is a secret address, so that its SHA-256 tells two apart safely.
create table push_subscription (
  id uuid primary key,
  person_id uuid not null,
  endpoint_hash bytea not null unique,
  sealed text not null,
  created_at timestamptz not null default clock_timestamp()
);
create index push_subscription_person on push_subscription (person_id);
