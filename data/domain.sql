-- The words of the domain in SQL; run at every start. Presence in an hour means a quarter of it or more.
CREATE OR REPLACE MACRO present(minutes) AS minutes >= 15;
CREATE OR REPLACE MACRO week_bit(day, day_from) AS
  1::BIGINT << (date_diff('day', date_trunc('week', day_from)::DATE, date_trunc('week', day)::DATE) // 7)::INTEGER;

-- Who is planned and who was seen, by zone and hour of the week; bit i = operational week i of the period.
CREATE OR REPLACE MACRO coverage(day_from, day_to) AS TABLE
  SELECT service, "zone", hour,
    bit_or(CASE WHEN present(planned) THEN week_bit(day, day_from) ELSE 0 END)::DOUBLE AS planned,
    bit_or(CASE WHEN present(seen) THEN week_bit(day, day_from) ELSE 0 END)::DOUBLE AS seen
  FROM presence_hour WHERE day BETWEEN day_from AND day_to
  GROUP BY ALL HAVING planned > 0 OR seen > 0 ORDER BY ALL;

-- The last operational day on which each service was seen in a zone and slot.
CREATE OR REPLACE MACRO visits(day_to) AS TABLE
  SELECT "zone", slot, service, strftime(max(day), '%Y-%m-%d') AS last
  FROM presence_hour p JOIN hour_of_week h ON h.hour = p.hour AND p.day BETWEEN h.from_day AND h.to_day
  WHERE present(seen) AND day <= day_to
  GROUP BY ALL ORDER BY ALL;

-- The days a service keeps a record of: from its first outing to eight weeks after its last one so far. In these days its
-- absence is a record too; outside of them only its plan is known.
CREATE OR REPLACE MACRO recorded_days(day_to) AS TABLE
  SELECT service, min(day) AS first_day, max(day) + 56 AS last_day
  FROM presence_hour WHERE seen > 0 AND day <= day_to GROUP BY ALL;

-- Presence with what each day is worth: recorded, or known by its plan alone.
CREATE OR REPLACE MACRO told_presence(day_to) AS TABLE
  SELECT p.*, coalesce(day BETWEEN first_day AND last_day, false) AS recorded
  FROM presence_hour p LEFT JOIN recorded_days(day_to) USING (service);

-- Planned hours in recorded days of the eight weeks up to a day, and how many of them were kept; whether a period has any.
CREATE OR REPLACE MACRO kept_hours(day_from, day_to) AS TABLE
  SELECT service, bool_or(recorded AND day >= day_from) AS recorded,
    count(*) FILTER (recorded AND present(planned) AND present(seen) AND day > day_to - 56)::INTEGER AS confirmed,
    count(*) FILTER (recorded AND present(planned) AND day > day_to - 56)::INTEGER AS declared
  FROM told_presence(day_to)
  WHERE day BETWEEN least(day_from, day_to - 55) AND day_to
  GROUP BY ALL ORDER BY ALL;

-- Hours planned and really spent in a zone and slot by each service, and those planned in days without a record.
CREATE OR REPLACE MACRO presence_hours(day_from, day_to) AS TABLE
  SELECT "zone", slot, weekpart, service, round(sum(planned) / 60, 2)::DOUBLE AS planned,
    round(sum(seen) / 60, 2)::DOUBLE AS seen,
    round(coalesce(sum(planned) FILTER (NOT recorded), 0) / 60, 2)::DOUBLE AS unrecorded
  FROM told_presence(day_to) p JOIN hour_of_week h ON h.hour = p.hour AND p.day BETWEEN h.from_day AND h.to_day
  WHERE day BETWEEN day_from AND day_to
  GROUP BY ALL ORDER BY ALL;

-- Minutes of each service in a zone and slot, step by step ('week' or 'month', by its first day): those it was seen, and
-- those planned in days without a record.
CREATE OR REPLACE MACRO presence_steps(step, day_from, day_to) AS TABLE
  SELECT date_trunc(step, day)::DATE::VARCHAR AS step, "zone", slot, service, sum(seen)::DOUBLE AS seen,
    coalesce(sum(planned) FILTER (NOT recorded), 0)::DOUBLE AS unrecorded
  FROM told_presence(day_to) p JOIN hour_of_week h ON h.hour = p.hour AND p.day BETWEEN h.from_day AND h.to_day
  WHERE day BETWEEN day_from AND day_to
  GROUP BY ALL HAVING sum(seen) > 0 OR sum(planned) FILTER (NOT recorded) > 0;
