-- Weeks closed before are frozen by the next close, with what the vault holds then: only it knows which weeks are closed.
CREATE TABLE frozen_week (week VARCHAR PRIMARY KEY);
CREATE TABLE week_count (
  week VARCHAR NOT NULL, zone VARCHAR NOT NULL, slot VARCHAR NOT NULL, need VARCHAR NOT NULL, service VARCHAR NOT NULL,
  n INTEGER NOT NULL, keys UBIGINT NOT NULL, people INTEGER NOT NULL, days INTEGER NOT NULL
);
