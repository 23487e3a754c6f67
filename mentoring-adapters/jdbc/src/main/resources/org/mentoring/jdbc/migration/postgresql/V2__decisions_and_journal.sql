-- What was known of whom: the first so many entries of a history, with a random salt of its own.
create table "${schema}".dossier_part (
  participant varchar(64) collate "C" not null,
  entries bigint not null,
  salt varchar,
  digest varchar not null,
  primary key (participant, entries)
);

-- A shell keeps its digest; all that tells what was decided is null in it.
create table "${schema}".decision (
  id varchar(64) collate "C" primary key,
  command varchar(64) collate "C" not null,
  matter varchar(64) not null,
  subject varchar(64) collate "C" not null,
  made_at timestamp(6) with time zone not null,
  digest varchar not null,
  shell boolean not null,
  verdict varchar(64),
  programme varchar,
  version varchar,
  rule_set_hash varchar,
  as_of date,
  known_at timestamp(6) with time zone,
  body text not null
);

create index decision_of_command on "${schema}".decision (command);
create index decision_about on "${schema}".decision (subject);

create table "${schema}".decision_part (
  decision varchar(64) collate "C" not null references "${schema}".decision (id),
  participant varchar(64) collate "C" not null,
  entries bigint not null,
  primary key (decision, participant, entries),
  foreign key (participant, entries) references "${schema}".dossier_part (participant, entries)
);

create index decision_part_of on "${schema}".decision_part (participant, entries);

create table "${schema}".command (
  id varchar(64) collate "C" primary key,
  matter varchar(64) not null,
  given_at timestamp(6) with time zone not null,
  accepted boolean not null,
  body text not null
);

-- Commands add rows without a number; the sealer gives each its place in the chain.
create table "${schema}".journal (
  arrival bigint generated always as identity primary key,
  event varchar(64) collate "C" not null unique,
  number bigint unique,
  before varchar,
  hash varchar,
  body text not null
);

create index journal_waiting on "${schema}".journal (arrival) where number is null;

-- One row at most, which a sealer locks.
create table "${schema}".journal_sealer (
  id smallint primary key
);

-- Events that nobody was handed yet.
create table "${schema}".outbox (
  arrival bigint generated always as identity primary key,
  event varchar(64) collate "C" not null unique references "${schema}".journal (event)
);

create table "${schema}".place (
  mentor varchar(64) collate "C" not null,
  scope varchar(64) collate "C" not null,
  number integer not null,
  mentorship varchar(64) collate "C" not null,
  mentee varchar(64) collate "C" not null,
  primary key (mentor, scope, number)
);

create index place_of_mentorship on "${schema}".place (mentorship);
create index place_of_mentee on "${schema}".place (mentee);

create table "${schema}".identity (
  hash varchar(64) collate "C" primary key,
  participant varchar(64) collate "C" not null
);

create index identity_of on "${schema}".identity (participant);

create table "${schema}".erasure (
  participant varchar(64) collate "C" primary key,
  erased_at timestamp(6) with time zone not null,
  reason varchar(64) not null,
  body text not null
);
