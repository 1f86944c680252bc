-- Which days a file is of is noted when it comes in; for files that came before, told from their weeks of ten rows or
-- more, joined over four weeks of fewer, and up to the day before the import when that is as near.
CREATE TABLE covered (import_id VARCHAR NOT NULL, day_from DATE NOT NULL, day_to DATE NOT NULL);
INSERT INTO covered
  WITH busy AS (
    SELECT import_id, date_trunc('week', day)::DATE AS week FROM observation GROUP BY ALL HAVING count(*) >= 10
  ), steps AS (
    SELECT import_id, week, coalesce(week - lag(week) OVER weeks > 35, true) AS starts FROM busy
    WINDOW weeks AS (PARTITION BY import_id ORDER BY week)
  ), runs AS (
    SELECT import_id, week, count(*) FILTER (starts) OVER (PARTITION BY import_id ORDER BY week) AS run FROM steps
  ), stretches AS (
    SELECT import_id, min(week) AS day_from, max(week) AS last FROM runs GROUP BY import_id, run
  )
  SELECT stretches.import_id, day_from, CASE WHEN last + 35 >= imported_on THEN imported_on - 1 ELSE last + 6 END AS day_to
  FROM stretches JOIN import ON import.id = stretches.import_id WHERE day_from < imported_on ORDER BY ALL;
