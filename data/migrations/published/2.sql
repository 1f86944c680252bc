-- What each closed period published is remembered, so that another list of views cannot be played against it.
CREATE TABLE closed_view (
  period VARCHAR NOT NULL, view VARCHAR NOT NULL, variance DOUBLE, PRIMARY KEY (period, view)
);
INSERT INTO closed_view SELECT DISTINCT period, view, NULL::DOUBLE FROM published_cell ORDER BY ALL;
