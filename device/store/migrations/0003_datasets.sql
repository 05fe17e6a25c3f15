-- What a person says of a picture besides its label; the day is known from `created_at_us`.
ALTER TABLE dataset_pictures ADD COLUMN batch TEXT;
ALTER TABLE dataset_pictures ADD COLUMN defect_type TEXT;
-- 'test' is never learnt from, only measured on; null is undecided and learnt from.
ALTER TABLE dataset_pictures ADD COLUMN split TEXT CHECK (split IN ('train', 'test'));
CREATE INDEX dataset_pictures_by_sha256 ON dataset_pictures (sha256);
