-- What BI tools may read (docs/operations.md): views of the rows that serve, in a schema of their own. Columns are only ever
-- added at the end, so that CREATE OR REPLACE keeps them and what was granted on them.
CREATE SCHEMA IF NOT EXISTS steelyard_bi;
COMMENT ON SCHEMA steelyard_bi IS 'Steelyard for other tools: read only, whoever reads it sees every assessment';

CREATE OR REPLACE FUNCTION steelyard_bi.instant(micros BIGINT) RETURNS TIMESTAMPTZ LANGUAGE SQL IMMUTABLE
    AS $$ SELECT CASE WHEN micros < 9223372036854775807 THEN TIMESTAMPTZ '1970-01-01 00:00:00+00'
        + (micros / 1000000) * INTERVAL '1 second' + (micros % 1000000) * INTERVAL '1 microsecond' END $$;

CREATE OR REPLACE VIEW steelyard_bi.projections AS
SELECT name, serving AS generation, building IS NOT NULL AS is_built_anew, steelyard_bi.instant(switched_at) AS replaced_at
FROM projection;
COMMENT ON VIEW steelyard_bi.projections IS 'What the other views show: the generation of each projection that serves';

CREATE OR REPLACE VIEW steelyard_bi.portfolio AS
SELECT r.assessment_key AS assessment, r.revision, steelyard_bi.instant(r.recorded_at) AS recorded_at, r.actor, r.kind, r.title,
    'TLP:' || replace(i.marking, '_', '+') AS marking, r.status, array_remove(string_to_array(r.tags, E'\x1f'), '') AS tags,
    r.leader_inconsistency, r.leader_weight, r.leader_judged,
    r.withheld_inconsistency, r.withheld_weight, r.withheld_judged,
    r.lead_inconsistency, r.lead_weight, r.top_judged, r.agreement, r.confidence, r.spread, r.coverage, r.stale
FROM portfolio_row r
JOIN projection p ON p.name = 'portfolio' AND p.serving = r.generation
JOIN assessment_index i ON i.assessment_key = r.assessment_key;
COMMENT ON VIEW steelyard_bi.portfolio IS 'One row an assessment: how it stands after its newest event';

CREATE OR REPLACE VIEW steelyard_bi.points AS
SELECT r.assessment_key AS assessment, r.revision, steelyard_bi.instant(r.recorded_at) AS recorded_at, r.actor, r.kind, r.title,
    r.status, array_remove(string_to_array(r.tags, E'\x1f'), '') AS tags,
    r.leader_inconsistency, r.leader_weight, r.leader_judged,
    r.withheld_inconsistency, r.withheld_weight, r.withheld_judged,
    r.lead_inconsistency, r.lead_weight, r.top_judged, r.agreement, r.confidence, r.spread, r.coverage, r.stale
FROM point r
JOIN projection p ON p.name = 'points' AND p.serving = r.generation;
COMMENT ON VIEW steelyard_bi.points IS
    'One row an event: how its assessment stood after it. As of an instant: the row of the highest revision recorded until then';

CREATE OR REPLACE VIEW steelyard_bi.readings AS
SELECT r.assessment_key AS assessment, r.revision, steelyard_bi.instant(r.recorded_at) AS recorded_at, e.key AS interpretation,
    CAST(e.value ->> 0 AS DOUBLE PRECISION) AS inconsistency,
    CAST(e.value ->> 1 AS DOUBLE PRECISION) AS weighted_inconsistency,
    CAST(e.value ->> 2 AS DOUBLE PRECISION) AS weight_of_evidence,
    CAST(e.value ->> 3 AS DOUBLE PRECISION) AS judged
FROM point r
JOIN projection p ON p.name = 'points' AND p.serving = r.generation
CROSS JOIN LATERAL jsonb_each(CAST(r.readings AS JSONB)) e;
COMMENT ON VIEW steelyard_bi.readings IS 'The three readings of each interpretation in force after each event';

CREATE OR REPLACE VIEW steelyard_bi.items AS
SELECT r.projection, r.assessment_key AS assessment, r.item, r.revision, steelyard_bi.instant(r.recorded_from) AS recorded_from,
    steelyard_bi.instant(r.recorded_until) AS recorded_until, CAST(r.data AS JSONB) AS data
FROM portfolio_item r
JOIN projection p ON p.name = r.projection AND p.serving = r.generation;
COMMENT ON VIEW steelyard_bi.items IS
    'What else stands in assessments, each thing with the time in which it was so recorded; what it holds depends on the projection';

CREATE OR REPLACE VIEW steelyard_bi.sources AS
SELECT assessment, item AS source, revision, recorded_from, recorded_until, data ->> 'name' AS name, data ->> 'kind' AS kind,
    data ->> 'reliability' AS reliability, data ->> 'origin' AS origin, CAST(data ->> 'items' AS INTEGER) AS items,
    CAST(data ->> 'weight' AS DOUBLE PRECISION) AS weight,
    CAST(data ->> 'carriesWeightOfEvidence' AS BOOLEAN) AS carries_weight_of_evidence,
    CAST(data ->> 'carriesInconsistency' AS BOOLEAN) AS carries_inconsistency
FROM steelyard_bi.items WHERE projection = 'sources';
COMMENT ON VIEW steelyard_bi.sources IS 'The sources with items in force in each assessment, and what hangs on them';

CREATE OR REPLACE VIEW steelyard_bi.indicators AS
SELECT assessment, item AS indicator, revision, recorded_from, recorded_until, data ->> 'statement' AS statement,
    data ->> 'speaksFor' AS speaks_for, CAST(data ->> 'deadline' AS DATE) AS deadline, data ->> 'status' AS status
FROM steelyard_bi.items WHERE projection = 'indicators';
COMMENT ON VIEW steelyard_bi.indicators IS 'Indicators: what was watched, for which interpretation, until when';
COMMENT ON COLUMN steelyard_bi.indicators.speaks_for IS 'Key of an interpretation';

CREATE OR REPLACE VIEW steelyard_bi.reviews AS
SELECT assessment, revision, recorded_from, recorded_until, data ->> 'reviewer' AS reviewer, data ->> 'askedBy' AS asked_by,
    CAST(data ->> 'askedAt' AS TIMESTAMPTZ) AS asked_at, CAST(data ->> 'reviewed' AS BIGINT) AS reviewed,
    data ->> 'text' AS text, data ->> 'verdict' AS verdict, CAST(data ->> 'answer' AS BIGINT) AS answer,
    CAST(data ->> 'outdatedBy' AS BIGINT) AS outdated_by
FROM steelyard_bi.items WHERE projection = 'reviews';
COMMENT ON VIEW steelyard_bi.reviews IS 'Reviews that somebody was asked for, with the verdict once there is one';
COMMENT ON COLUMN steelyard_bi.reviews.reviewed IS 'The revision to review';
COMMENT ON COLUMN steelyard_bi.reviews.answer IS 'The revision of the review; null while it is owed';
COMMENT ON COLUMN steelyard_bi.reviews.outdated_by IS 'The first revision that moved the balance after the one reviewed; null while none did';

CREATE OR REPLACE VIEW steelyard_bi.judgments AS
SELECT assessment, item AS analyst, revision, recorded_from, recorded_until, data ->> 'status' AS status,
    CAST(data ->> 'revision' AS BIGINT) AS judgment, CAST(data ->> 'recordedAt' AS TIMESTAMPTZ) AS judgment_recorded_at,
    CAST(data ->> 'effectiveAt' AS TIMESTAMPTZ) AS judgment_effective_at, data -> 'probabilities' AS probabilities,
    data ->> 'confidence' AS confidence, CAST(data ->> 'incomplete' AS BOOLEAN) AS incomplete,
    CAST(data ->> 'staleBy' AS BIGINT) AS stale_by
FROM steelyard_bi.items WHERE projection = 'judgments';
COMMENT ON VIEW steelyard_bi.judgments IS 'The judgment of each analyst in each assessment, and whether it is stale';
COMMENT ON COLUMN steelyard_bi.judgments.judgment IS 'The revision of the judgment itself';
COMMENT ON COLUMN steelyard_bi.judgments.probabilities IS 'By interpretation, 0..1, as given';
COMMENT ON COLUMN steelyard_bi.judgments.stale_by IS 'The first of the revisions that overtook it; null while it is not stale';

-- Units, once for each view that has them.
DO $$
DECLARE
    said RECORD;
    named TEXT;
BEGIN
    FOR said IN SELECT * FROM (VALUES
        ('assessment', 'Key of the assessment'),
        ('revision', 'How many events the assessment had'),
        ('recorded_at', 'When that event was recorded, by the clock of the server'),
        ('recorded_from', 'Since when it was recorded so'),
        ('recorded_until', 'Until when it was recorded so, exclusive; null where it still is'),
        ('status', 'Of an assessment OPEN, RESOLVED, ANNULLED or ARCHIVED; of an indicator WATCHING, OBSERVED or LAPSED'),
        ('leader_inconsistency', 'Key of the least contradicted interpretation; null where withheld'),
        ('leader_weight', 'Key of the leader by weight of evidence; null where withheld'),
        ('leader_judged', 'Key of the interpretation judged likeliest; null where withheld'),
        ('lead_inconsistency', 'By how many weighted points fewer; null without a rival'),
        ('lead_weight', 'By how many decibans (dB); null without a rival'),
        ('top_judged', 'The leader''s pooled probability, 0..1'),
        ('spread', 'How far the analysts'' probabilities lie apart, 0..1; null with fewer than two'),
        ('coverage', 'Share of cells rated, 0..1; null where there is no cell'),
        ('stale', 'How many analysts have a judgment that was overtaken'),
        ('inconsistency', 'Points against it, unweighted'),
        ('weighted_inconsistency', 'Points against it, each item by its weight'),
        ('weight_of_evidence', 'Decibans (dB), for it where above zero'),
        ('judged', 'Pooled probability, 0..1; null where nobody judged'),
        ('items', 'How many items of the source are in force'),
        ('weight', 'The sum of the weights of its items'),
        ('carries_weight_of_evidence', 'Whether the leader by weight of evidence falls without its items'),
        ('carries_inconsistency', 'Whether the leader by inconsistency falls without its items')
    ) AS said (name, text)
    LOOP
        FOR named IN SELECT table_name FROM information_schema.columns
            WHERE table_schema = 'steelyard_bi' AND column_name = said.name
        LOOP
            EXECUTE format('COMMENT ON COLUMN steelyard_bi.%I.%I IS %L', named, said.name, said.text);
        END LOOP;
    END LOOP;
END $$;
