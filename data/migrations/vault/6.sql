-- Imports taken back after weeks that hold their rows had closed.
CREATE TABLE withdrawn (import_id VARCHAR PRIMARY KEY);
