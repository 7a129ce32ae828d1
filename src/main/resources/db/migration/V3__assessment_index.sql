-- One row an assessment, written in the transaction of its events; derived from them.
CREATE TABLE assessment_index (
    assessment_key VARCHAR(64)  PRIMARY KEY,
    title          VARCHAR(300) NOT NULL,
    question       VARCHAR      NOT NULL,
    relation       VARCHAR(16)  NOT NULL,
    marking        VARCHAR(20)  NOT NULL,
    status         VARCHAR(16)  NOT NULL,
    tags           VARCHAR      NOT NULL,
    analysts       VARCHAR      NOT NULL,
    revision       BIGINT       NOT NULL,
    recorded_at    BIGINT       NOT NULL,
    changed_by     VARCHAR(64)  NOT NULL,
    changed_kind   VARCHAR(64)  NOT NULL
);
CREATE INDEX assessment_index_recorded_at ON assessment_index (recorded_at);
