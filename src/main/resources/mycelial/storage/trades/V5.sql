-- The idea of the other stream that came nearest to one that met nobody in time, or contradicted it,
-- and how near, in milliseconds; null where there was none.
ALTER TABLE ideas ADD COLUMN partner TEXT;
ALTER TABLE ideas ADD COLUMN partner_gap_ms INTEGER;
