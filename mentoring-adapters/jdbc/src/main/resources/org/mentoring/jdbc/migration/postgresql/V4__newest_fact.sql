-- When something was recorded last: each query of a programme asks for it.
create index fact_entry_recorded_at on "${schema}".fact_entry (recorded_at);
