-- For each reader and assessment: when the visit before ended, and the newest request of this one. For that reader's eyes alone.
CREATE TABLE visit (
    user_name      VARCHAR(64)              NOT NULL REFERENCES account (user_name) ON DELETE CASCADE ON UPDATE CASCADE,
    assessment_key VARCHAR(64)              NOT NULL,
    previous_end   TIMESTAMP WITH TIME ZONE,
    last_request   TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (user_name, assessment_key)
);
CREATE INDEX visit_age ON visit (last_request);
