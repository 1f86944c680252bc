-- People are estimated by the closes to come; those of closed periods stay unsaid.
CREATE TABLE published_people (
  period VARCHAR NOT NULL, zone VARCHAR, parent VARCHAR, band VARCHAR
);
