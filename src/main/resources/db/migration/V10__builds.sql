-- From when on what is followed goes into the generation in the making too, so that it lacks nothing when it is switched to.
ALTER TABLE projection ADD COLUMN handed_over BOOLEAN DEFAULT FALSE NOT NULL;

-- When a generation was switched to: those before it are kept for whoever still reads them. NULL once they are deleted.
ALTER TABLE projection ADD COLUMN switched_at BIGINT;

-- Why building failed the last time, how often in a row, and when it is tried again.
ALTER TABLE projection ADD COLUMN failure VARCHAR(1000);
ALTER TABLE projection ADD COLUMN failures INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE projection ADD COLUMN retry_at BIGINT;
