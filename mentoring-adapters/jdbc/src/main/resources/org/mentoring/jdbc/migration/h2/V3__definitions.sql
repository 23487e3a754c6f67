-- The definitions that the programme has run under, by the hashes of their contents. Nothing here is
-- about a person.
create table "${schema}".definition (
  hash varchar(64) primary key,
  programme varchar not null,
  version varchar not null,
  body varchar not null
);

-- Which of them came into force when; the last row is the one in force.
create table "${schema}".definition_in_force (
  number bigint generated always as identity primary key,
  hash varchar(64) not null references "${schema}".definition (hash),
  since timestamp(6) with time zone not null
);
