-- Readings of closes; the weeks closed before are read after the next start.
CREATE TABLE emerging (
  epoch VARCHAR PRIMARY KEY, method INTEGER NOT NULL, parameters VARCHAR NOT NULL, code_version VARCHAR NOT NULL,
  reading VARCHAR NOT NULL
);
