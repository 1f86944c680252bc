-- Who signs in, and who did what. Nothing of what the network observes is ever in it. Times are milliseconds since 1970, UTC.
CREATE TABLE meta (schema_version INTEGER NOT NULL, network VARCHAR NOT NULL);
-- password: argon2id, NULL: none was ever chosen. totp: encrypted; totp_on: confirmed by a first code; totp_step: the last one used.
-- oidc: keyed digest of issuer and subject at the identity provider. demo: made by a demo, whose accounts have no password.
CREATE TABLE account (
  id VARCHAR NOT NULL, login VARCHAR NOT NULL, role VARCHAR NOT NULL, service VARCHAR, password VARCHAR,
  totp VARCHAR, totp_on BOOLEAN NOT NULL, totp_step DOUBLE, oidc VARCHAR,
  demo BOOLEAN NOT NULL, disabled BOOLEAN NOT NULL, created_at DOUBLE NOT NULL, seen_on DATE,
  CHECK (role IN ('operator', 'coordinator', 'planner', 'supervisor')), CHECK ((role = 'operator') = (service IS NOT NULL))
);
-- Of what opens a session, an invite or an account only the SHA-256 is kept.
CREATE TABLE session (
  id VARCHAR NOT NULL, digest VARCHAR NOT NULL, account VARCHAR NOT NULL, created_at DOUBLE NOT NULL, seen_at DOUBLE NOT NULL
);
CREATE TABLE invite (digest VARCHAR NOT NULL, account VARCHAR NOT NULL, expires_at DOUBLE NOT NULL);
CREATE TABLE recovery_code (account VARCHAR NOT NULL, digest VARCHAR NOT NULL);
-- Failed sign-ins in a row. subject: keyed digest of a login or of an address, whether there is such an account or not.
CREATE TABLE attempt (subject VARCHAR NOT NULL, failures INTEGER NOT NULL, last_at DOUBLE NOT NULL, free_at DOUBLE NOT NULL);
-- Who did what to which object; only added to. digest: SHA-256 over this entry and the digest before it.
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY, noted_at DOUBLE NOT NULL, login VARCHAR NOT NULL, role VARCHAR NOT NULL, action VARCHAR NOT NULL,
  object VARCHAR NOT NULL, detail VARCHAR NOT NULL, digest VARCHAR NOT NULL
);
