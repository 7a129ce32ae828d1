-- Whether blind mode keeps anything from those who may rate; null until it is looked up, once.
ALTER TABLE assessment_index ADD COLUMN binds_raters BOOLEAN;
