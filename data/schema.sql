-- The database the API reads: presence (exact, organisational) and published cells. No raw observation is ever in it.
CREATE TABLE meta (schema_version INTEGER NOT NULL, network VARCHAR NOT NULL);
CREATE TABLE import (
  id VARCHAR PRIMARY KEY, kind VARCHAR NOT NULL, file VARCHAR NOT NULL, digest VARCHAR NOT NULL,
  imported_on DATE NOT NULL, accepted INTEGER NOT NULL, refused INTEGER NOT NULL, duplicate INTEGER NOT NULL
);
-- An outing: a service really was in a zone, to the minute, UTC.
CREATE TABLE outing (
  service VARCHAR NOT NULL, zone VARCHAR NOT NULL, started_at TIMESTAMP NOT NULL, ended_at TIMESTAMP NOT NULL,
  import_id VARCHAR NOT NULL, UNIQUE (service, zone, started_at, ended_at), CHECK (ended_at > started_at)
);
-- Derived from schedules and outings: minutes (a union, never a sum) of a service in a zone, by operational day and local hour of the week.
CREATE TABLE presence_hour (
  service VARCHAR NOT NULL, zone VARCHAR NOT NULL, day DATE NOT NULL, hour USMALLINT NOT NULL,
  planned USMALLINT NOT NULL, seen USMALLINT NOT NULL, PRIMARY KEY (service, zone, day, hour)
);
CREATE TABLE closed_period (
  period VARCHAR PRIMARY KEY, kind VARCHAR NOT NULL, day_from DATE NOT NULL, day_to DATE NOT NULL,
  closed_at TIMESTAMP NOT NULL
);
-- The views a closed period published, each with the variance of its noise (NULL: closed before it was noted).
CREATE TABLE closed_view (
  period VARCHAR NOT NULL, view VARCHAR NOT NULL, variance DOUBLE, PRIMARY KEY (period, view)
);
-- One node per dimension; NULL in a dimension: summed over it. value NULL: withheld ("<5").
CREATE TABLE published_cell (
  period VARCHAR NOT NULL, view VARCHAR NOT NULL,
  zone VARCHAR, parent VARCHAR, slot VARCHAR, weekpart VARCHAR, need VARCHAR, need_group VARCHAR, aim VARCHAR,
  value INTEGER
);
-- Estimated people, all needs together, by zone, by parent or (both NULL) of the city. band NULL: withheld.
CREATE TABLE published_people (
  period VARCHAR NOT NULL, zone VARCHAR, parent VARCHAR, band VARCHAR
);
-- What a close says of all needs, in classes and rounded ratios; never changed. epoch: the closed week it was read at.
-- parameters and reading: JSON. No clock: the same data, secret and code give the same bytes.
CREATE TABLE emerging (
  epoch VARCHAR PRIMARY KEY, method INTEGER NOT NULL, parameters VARCHAR NOT NULL, code_version VARCHAR NOT NULL,
  reading VARCHAR NOT NULL
);
