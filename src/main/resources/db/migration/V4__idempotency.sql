-- Answers to writes that carried an Idempotency-Key, kept for a day in the transaction of the write.
CREATE TABLE kept_answer (
    user_name       VARCHAR(64)              NOT NULL,
    method          VARCHAR(10)              NOT NULL,
    path            VARCHAR(1000)             NOT NULL,
    idempotency_key VARCHAR(200)             NOT NULL,
    kept_at         TIMESTAMP WITH TIME ZONE NOT NULL,
    digest          CHAR(64)                 NOT NULL,
    status          INTEGER                  NOT NULL,
    location        VARCHAR(500),
    revision        BIGINT,
    body            TEXT                     NOT NULL,
    PRIMARY KEY (user_name, method, path, idempotency_key)
);

CREATE INDEX kept_answer_age ON kept_answer (kept_at);
