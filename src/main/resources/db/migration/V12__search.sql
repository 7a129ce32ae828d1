-- Which words stand in the texts of each assessment, with the time in which they were so recorded (microseconds since 1970). Words
-- are folded and kept as UTF-8, so that either database sorts them by code point and those that begin alike lie together.
CREATE TABLE word (
    generation     INTEGER     NOT NULL,
    assessment_key VARCHAR(64) NOT NULL,
    word           BYTEA       NOT NULL,
    revision       BIGINT      NOT NULL,
    recorded_from  BIGINT      NOT NULL,
    recorded_until BIGINT      NOT NULL,
    PRIMARY KEY (generation, assessment_key, word, revision)
);
