-- State, in its newest version. "body" holds the whole record as JSON and is what the library reads;
-- the other columns are there to be asked by. Ids are compared by their bytes.
-- Days beyond the year 9999 stand as 9999-12-31 in a column.

create table "${schema}".participant (
  id varchar(64) not null primary key,
  version bigint not null,
  kind varchar(40) not null,
  merged_into varchar(64),
  -- How many entries its history has had. Adding one locks this row, so that numbers have no gaps.
  entries bigint default 0 not null,
  body varchar not null
);

-- How other systems know participants: may be personal data.
create table "${schema}".external_reference (
  system varchar(64) not null,
  reference varchar(200) not null,
  participant varchar(64) not null references "${schema}".participant (id),
  primary key (system, reference)
);
create index external_reference_participant on "${schema}".external_reference (participant);

-- Histories: append-only, but for erasure.
create table "${schema}".fact_entry (
  participant varchar(64) not null references "${schema}".participant (id),
  number bigint not null,
  -- RECORDED, RETRACTED, MERGED
  entry varchar(20) not null,
  -- Of a recorded fact: its id and kind, and when it holds.
  fact varchar(64) unique,
  fact_kind varchar(100),
  valid_from date,
  valid_until date,
  recorded_at timestamp(6) with time zone not null,
  body varchar not null,
  primary key (participant, number)
);

create table "${schema}".proposal (
  id varchar(64) not null primary key,
  version bigint not null,
  practice varchar not null,
  as_of date not null,
  body varchar not null
);

create table "${schema}".proposal_participant (
  proposal varchar(64) not null references "${schema}".proposal (id),
  participant varchar(64) not null,
  primary key (proposal, participant)
);
create index proposal_participant_participant
  on "${schema}".proposal_participant (participant);

create table "${schema}".selection_event (
  id varchar(64) not null primary key,
  version bigint not null,
  proposal varchar(64) not null,
  practice varchar not null,
  held_on date not null,
  -- OPEN, CLOSED, CALLED_OFF
  state varchar(20) not null,
  body varchar not null
);
create index selection_event_proposal on "${schema}".selection_event (proposal);

create table "${schema}".selection_event_invitation (
  selection_event varchar(64) not null references "${schema}".selection_event (id),
  participant varchar(64) not null,
  primary key (selection_event, participant)
);
create index selection_event_invitation_participant
  on "${schema}".selection_event_invitation (participant);

create table "${schema}".mentorship (
  id varchar(64) not null primary key,
  version bigint not null,
  practice varchar not null,
  centre varchar(64),
  state varchar(40) not null,
  started_on date,
  body varchar not null
);
create index mentorship_state on "${schema}".mentorship (state, id);
create index mentorship_centre on "${schema}".mentorship (centre, id);

create table "${schema}".mentorship_party (
  mentorship varchar(64) not null references "${schema}".mentorship (id),
  participant varchar(64) not null,
  -- MENTOR, MENTEE
  position varchar(10) not null,
  -- Whether it has not left.
  present boolean not null,
  primary key (mentorship, participant, position)
);
create index mentorship_party_participant on "${schema}".mentorship_party (participant);

create table "${schema}".activity_entry (
  -- The order of arrival; may have gaps.
  number bigint generated always as identity primary key,
  activity varchar(64) not null,
  -- The activity's id where the entry records it; null where it takes it back.
  recorded varchar(64) unique,
  -- MENTORSHIP, PARTICIPANT, PROGRAMME
  about_kind varchar(20) not null,
  -- Empty for the programme.
  about_id varchar(64) not null,
  kind varchar(100) not null,
  done_on date not null,
  body varchar not null
);
create index activity_entry_activity on "${schema}".activity_entry (activity);
create index activity_entry_about on "${schema}".activity_entry (about_kind, about_id, number);

create table "${schema}".activity_attendance (
  entry bigint not null references "${schema}".activity_entry (number),
  participant varchar(64) not null,
  primary key (entry, participant)
);
create index activity_attendance_participant
  on "${schema}".activity_attendance (participant, entry);

create table "${schema}".incident (
  id varchar(64) not null primary key,
  version bigint not null,
  kind varchar(100) not null,
  mentorship varchar(64),
  open boolean not null,
  happened_on date not null,
  deadline date,
  body varchar not null
);
create index incident_mentorship on "${schema}".incident (mentorship);
create index incident_open on "${schema}".incident (open, id);

create table "${schema}".incident_participant (
  incident varchar(64) not null references "${schema}".incident (id),
  participant varchar(64) not null,
  primary key (incident, participant)
);
create index incident_participant_participant
  on "${schema}".incident_participant (participant);

create table "${schema}".waiver (
  id varchar(64) not null primary key,
  requirement varchar not null,
  participant varchar(64),
  mentorship varchar(64),
  valid_from date not null,
  valid_until date not null,
  revoked boolean not null,
  body varchar not null
);
create index waiver_participant on "${schema}".waiver (participant, id);
create index waiver_mentorship on "${schema}".waiver (mentorship, id);
