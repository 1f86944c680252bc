-- Days that come in late are noted from now on; what came before stays as it was counted.
CREATE TABLE late (import_id VARCHAR NOT NULL, day DATE NOT NULL, PRIMARY KEY (import_id, day));
