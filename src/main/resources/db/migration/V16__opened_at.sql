-- When each assessment was opened, in microseconds: a look at an instant passes over those that had not begun.
ALTER TABLE assessment_index ADD COLUMN opened_at BIGINT DEFAULT 0 NOT NULL;
UPDATE assessment_index SET opened_at = (
    SELECT CAST(FLOOR(EXTRACT(EPOCH FROM CAST(e.time_stamp AS TIMESTAMP WITH TIME ZONE)) * 1000000) AS BIGINT)
    FROM domain_event e
    WHERE e.aggregate_identifier = assessment_index.assessment_key AND e.sequence_number = 0);
ALTER TABLE assessment_index ALTER COLUMN opened_at DROP DEFAULT;
