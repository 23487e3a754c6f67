-- The definitions that the programme has run under, by the hashes of their contents. Nothing here is
-- about a person.
create table "${schema}".definition (
  hash varchar(64) collate "C" primary key,
  programme text not null,
  version text not null,
  body text not null
);

-- Which of them came into force when; the last row is the one in force.
create table "${schema}".definition_in_force (
  number bigint generated always as identity primary key,
  hash varchar(64) collate "C" not null references "${schema}".definition (hash),
  since timestamptz not null
);
