-- Counted up by each change of users, tokens or members: whoever keeps what it read of them sees with one look that it is old.
ALTER TABLE access_lock ADD COLUMN changes BIGINT DEFAULT 0 NOT NULL;
