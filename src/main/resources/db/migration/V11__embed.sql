-- Pictures of a balance at addresses of their own. The secret in the address is nowhere: its SHA-256 finds the row. Revoking sets the
-- end; a row is kept for a while after it, so that a page which still shows the address is no guess.
CREATE TABLE embed (
    id             VARCHAR(64)              NOT NULL PRIMARY KEY,
    assessment_key VARCHAR(64)              NOT NULL,
    maker          VARCHAR(64)              NOT NULL REFERENCES account (user_name) ON DELETE CASCADE ON UPDATE CASCADE,
    shown_view     VARCHAR(200)             NOT NULL,
    secret_hash    CHAR(64)                 NOT NULL UNIQUE,
    created_at     TIMESTAMP WITH TIME ZONE NOT NULL,
    expires_at     TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX embed_assessment ON embed (assessment_key, created_at);
