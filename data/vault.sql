-- The vault: a file of its own, opened only by ingestion and by the close job. The API's connection cannot name these tables.
CREATE TABLE meta (schema_version INTEGER NOT NULL, network VARCHAR NOT NULL);
CREATE TABLE import (
  id VARCHAR PRIMARY KEY, kind VARCHAR NOT NULL, file VARCHAR NOT NULL, digest VARCHAR NOT NULL,
  imported_on DATE NOT NULL, accepted INTEGER NOT NULL, refused INTEGER NOT NULL, duplicate INTEGER NOT NULL
);
-- day: operational day (a night belongs to the day it began). Nothing finer than the slot is kept.
CREATE TABLE observation (
  day DATE NOT NULL, slot VARCHAR NOT NULL, zone VARCHAR NOT NULL, service VARCHAR NOT NULL, need VARCHAR NOT NULL,
  band VARCHAR NOT NULL CHECK (band IN ('1', '2-4', '5-9', '10-19', '20+')),
  outcome VARCHAR NOT NULL CHECK (outcome IN ('contact', 'accompanied', 'handed_over', 'refused', 'none')),
  handover VARCHAR, import_id VARCHAR NOT NULL, record_key UBIGINT NOT NULL
);
-- The operational days a file of observations is of, whether anything was seen on them or not. Days, never rows: what
-- closes when must not tell whether anything was seen.
CREATE TABLE covered (import_id VARCHAR NOT NULL, day_from DATE NOT NULL, day_to DATE NOT NULL);
-- The days of an import that a closed period already held when it came in: its rows of these days are late, and count in
-- no week, month or quarter, only in the close of their year.
CREATE TABLE late (import_id VARCHAR NOT NULL, day DATE NOT NULL, PRIMARY KEY (import_id, day));
-- Imports taken back of which rows stay, of days that a closed week, month or quarter holds: they count in what else holds
-- these days, or the difference would tell them, but not in the year. They go once it is closed.
CREATE TABLE withdrawn (import_id VARCHAR PRIMARY KEY);
-- Keyed digests of the rows a file brought, to know a row again; not linked to the observation it made.
CREATE TABLE source_seen (source UBIGINT NOT NULL, import_id VARCHAR NOT NULL);
-- What each week held when it closed, which is what readings are made from: neither late records nor an import taken back
-- change what was read. keys: sum of the record keys mod 2^64; people: lower limit of the largest group met; days: a bit
-- for each day on which there was a record, Monday lowest.
CREATE TABLE frozen_week (week VARCHAR PRIMARY KEY);
CREATE TABLE week_count (
  week VARCHAR NOT NULL, zone VARCHAR NOT NULL, slot VARCHAR NOT NULL, need VARCHAR NOT NULL, service VARCHAR NOT NULL,
  n INTEGER NOT NULL, keys UBIGINT NOT NULL, people INTEGER NOT NULL, days INTEGER NOT NULL
);
-- Years whose observations were deleted when their time was over: no period with a day in one is closed any more.
CREATE TABLE forgotten (year INTEGER PRIMARY KEY);
