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

-- The last operational day on which anybody was seen in a zone and slot.
CREATE OR REPLACE MACRO visits(day_to) AS TABLE
  SELECT "zone", slot, strftime(max(day), '%Y-%m-%d') AS last
  FROM presence_hour JOIN hour_of_week USING (hour) WHERE present(seen) AND day <= day_to
  GROUP BY ALL ORDER BY ALL;

-- Hours really spent in a zone and slot by each service.
CREATE OR REPLACE MACRO presence_hours(day_from, day_to) AS TABLE
  SELECT "zone", slot, weekpart, service, round(sum(seen) / 60, 2)::DOUBLE AS hours
  FROM presence_hour JOIN hour_of_week USING (hour) WHERE seen > 0 AND day BETWEEN day_from AND day_to
  GROUP BY ALL ORDER BY ALL;
