-- How far each projection has read the log: Axon's tokens, one row a segment.
CREATE TABLE follower_token (
    processor_name VARCHAR(64) NOT NULL,
    segment        INTEGER     NOT NULL,
    token          BYTEA,
    token_type     VARCHAR(255),
    time_stamp     VARCHAR(64),
    owner          VARCHAR(255),
    PRIMARY KEY (processor_name, segment)
);

-- Events that a projection could not take, with the cause, until somebody tries again: Axon's dead letters.
CREATE TABLE dead_letter (
    dead_letter_id       VARCHAR(64)  NOT NULL PRIMARY KEY,
    processing_group     VARCHAR(64)  NOT NULL,
    sequence_identifier  VARCHAR(64)  NOT NULL,
    sequence_index       BIGINT       NOT NULL,
    message_type         VARCHAR(255) NOT NULL,
    event_identifier     VARCHAR(64)  NOT NULL,
    time_stamp           VARCHAR(64)  NOT NULL,
    payload_type         VARCHAR(255) NOT NULL,
    payload_revision     VARCHAR(16),
    payload              BYTEA        NOT NULL,
    meta_data            BYTEA,
    aggregate_type       VARCHAR(255),
    aggregate_identifier VARCHAR(64),
    sequence_number      BIGINT,
    token_type           VARCHAR(255),
    token                BYTEA,
    enqueued_at          VARCHAR(64)  NOT NULL,
    last_touched         VARCHAR(64),
    processing_started   VARCHAR(64),
    cause_type           VARCHAR(255),
    cause_message        VARCHAR(1024),
    diagnostics          BYTEA,
    UNIQUE (processing_group, sequence_identifier, sequence_index)
);

-- Each projection keeps its rows under a generation. One generation serves; another may be in the making beside it.
CREATE TABLE projection (
    name       VARCHAR(32) NOT NULL PRIMARY KEY,
    shape      INTEGER     NOT NULL,
    serving    INTEGER     NOT NULL,
    building   INTEGER,
    builder    VARCHAR(64),
    beat_at    BIGINT,
    started_at BIGINT,
    began_with BIGINT
);

-- Up to which revision of each assessment a generation has its rows.
CREATE TABLE projected (
    projection     VARCHAR(32) NOT NULL,
    generation     INTEGER     NOT NULL,
    assessment_key VARCHAR(64) NOT NULL,
    revision       BIGINT      NOT NULL,
    PRIMARY KEY (projection, generation, assessment_key)
);

-- One row an assessment: how it stands now.
CREATE TABLE portfolio_row (
    generation           INTEGER      NOT NULL,
    assessment_key       VARCHAR(64)  NOT NULL,
    revision             BIGINT       NOT NULL,
    recorded_at          BIGINT       NOT NULL,
    actor                VARCHAR(64)  NOT NULL,
    kind                 VARCHAR(64)  NOT NULL,
    title                VARCHAR(300) NOT NULL,
    status               VARCHAR(16)  NOT NULL,
    tags                 VARCHAR      NOT NULL,
    leader_inconsistency VARCHAR(64),
    leader_weight        VARCHAR(64),
    leader_judged        VARCHAR(64),
    withheld_inconsistency VARCHAR(16),
    withheld_weight      VARCHAR(16),
    withheld_judged      VARCHAR(16),
    lead_inconsistency   DOUBLE PRECISION,
    lead_weight          DOUBLE PRECISION,
    top_judged           DOUBLE PRECISION,
    agreement            VARCHAR(16)  NOT NULL,
    confidence           VARCHAR(16),
    spread               DOUBLE PRECISION,
    coverage             DOUBLE PRECISION,
    stale                INTEGER      NOT NULL,
    readings             VARCHAR      NOT NULL,
    PRIMARY KEY (generation, assessment_key)
);

-- The same after each event. Rows are only ever inserted, and cleared with their generation.
CREATE TABLE point (
    generation           INTEGER      NOT NULL,
    assessment_key       VARCHAR(64)  NOT NULL,
    revision             BIGINT       NOT NULL,
    recorded_at          BIGINT       NOT NULL,
    actor                VARCHAR(64)  NOT NULL,
    kind                 VARCHAR(64)  NOT NULL,
    title                VARCHAR(300) NOT NULL,
    status               VARCHAR(16)  NOT NULL,
    tags                 VARCHAR      NOT NULL,
    leader_inconsistency VARCHAR(64),
    leader_weight        VARCHAR(64),
    leader_judged        VARCHAR(64),
    withheld_inconsistency VARCHAR(16),
    withheld_weight      VARCHAR(16),
    withheld_judged      VARCHAR(16),
    lead_inconsistency   DOUBLE PRECISION,
    lead_weight          DOUBLE PRECISION,
    top_judged           DOUBLE PRECISION,
    agreement            VARCHAR(16)  NOT NULL,
    confidence           VARCHAR(16),
    spread               DOUBLE PRECISION,
    coverage             DOUBLE PRECISION,
    stale                INTEGER      NOT NULL,
    readings             VARCHAR      NOT NULL,
    PRIMARY KEY (generation, assessment_key, revision)
);
CREATE INDEX point_recorded_at ON point (generation, assessment_key, recorded_at, revision);

-- What else stands in an assessment, each thing with the time in which its row was the recorded one (SQL:2011 system time, in
-- microseconds since 1970): its sources, judgments, reviews and indicators.
CREATE TABLE portfolio_item (
    projection     VARCHAR(32)  NOT NULL,
    generation     INTEGER      NOT NULL,
    assessment_key VARCHAR(64)  NOT NULL,
    item           VARCHAR(200) NOT NULL,
    revision       BIGINT       NOT NULL,
    recorded_from  BIGINT       NOT NULL,
    recorded_until BIGINT       NOT NULL,
    data           VARCHAR      NOT NULL,
    PRIMARY KEY (projection, generation, assessment_key, item, revision)
);
CREATE INDEX portfolio_item_until ON portfolio_item (projection, generation, recorded_until, assessment_key);
CREATE INDEX portfolio_item_item ON portfolio_item (projection, generation, item, recorded_until);
