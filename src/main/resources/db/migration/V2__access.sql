-- Who may sign in. Roles are the words of InstallationRole with commas between. Each new password counts up "credentials";
-- a session of an older count is over.
CREATE TABLE account (
    user_name     VARCHAR(64)              NOT NULL PRIMARY KEY,
    password_hash VARCHAR(300)             NOT NULL,
    roles         VARCHAR(100)             NOT NULL,
    disabled      BOOLEAN                  NOT NULL,
    must_change   BOOLEAN                  NOT NULL,
    credentials   BIGINT                   NOT NULL,
    created_at    TIMESTAMP WITH TIME ZONE NOT NULL
);

-- The secret itself is nowhere: its SHA-256 finds the row.
CREATE TABLE api_token (
    id          VARCHAR(64)              NOT NULL PRIMARY KEY,
    user_name   VARCHAR(64)              NOT NULL REFERENCES account (user_name),
    name        VARCHAR(300)             NOT NULL,
    secret_hash CHAR(64)                 NOT NULL UNIQUE,
    created_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    expires_at  TIMESTAMP WITH TIME ZONE
);
CREATE INDEX api_token_user ON api_token (user_name);

-- The members of each assessment: a stream of its own. Rows are only ever inserted.
CREATE TABLE member_event (
    assessment_key VARCHAR(64)              NOT NULL,
    revision       BIGINT                   NOT NULL,
    kind           VARCHAR(64)              NOT NULL,
    actor          VARCHAR(64)              NOT NULL,
    recorded_at    TIMESTAMP WITH TIME ZONE NOT NULL,
    reason         VARCHAR,
    user_name      VARCHAR(64)              NOT NULL,
    role           VARCHAR(16)              NOT NULL,
    PRIMARY KEY (assessment_key, revision)
);

-- Who is a member now: derived from member_event, in the same transaction.
CREATE TABLE member (
    assessment_key VARCHAR(64)              NOT NULL,
    user_name      VARCHAR(64)              NOT NULL,
    role           VARCHAR(16)              NOT NULL,
    since          TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (assessment_key, user_name)
);
CREATE INDEX member_user ON member (user_name);

-- Whoever changes users or members holds this row until commit: two cannot both take away the last but one.
CREATE TABLE access_lock (id INT PRIMARY KEY);
INSERT INTO access_lock (id) VALUES (1);
