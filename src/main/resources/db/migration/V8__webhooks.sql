-- By what this installation is told from others in the events that leave it. Holds one row, made when it is first asked for.
CREATE TABLE installation (id INT PRIMARY KEY, name VARCHAR(36) NOT NULL);

-- Where events are pushed to. The secret signs, so it is readable here. Lists are words with blanks between, empty for all.
-- "sent_up_to" is the index of the newest event that needs no sending any more. Whoever sends holds "lease" until "leased_until".
CREATE TABLE webhook (
    id            VARCHAR(64)              NOT NULL PRIMARY KEY,
    user_name     VARCHAR(64)              NOT NULL REFERENCES account (user_name) ON DELETE CASCADE ON UPDATE CASCADE,
    url           VARCHAR(2000)            NOT NULL,
    secret        VARCHAR(100)             NOT NULL,
    assessments   VARCHAR                  NOT NULL,
    kinds         VARCHAR                  NOT NULL,
    created_at    TIMESTAMP WITH TIME ZONE NOT NULL,
    sent_up_to    BIGINT                   NOT NULL,
    failures      INTEGER                  NOT NULL,
    failing_since TIMESTAMP WITH TIME ZONE,
    next_try      TIMESTAMP WITH TIME ZONE,
    last_success  TIMESTAMP WITH TIME ZONE,
    last_failure  TIMESTAMP WITH TIME ZONE,
    cause         VARCHAR,
    paused        VARCHAR,
    lease         VARCHAR(36),
    leased_until  TIMESTAMP WITH TIME ZONE
);
CREATE INDEX webhook_user ON webhook (user_name);
