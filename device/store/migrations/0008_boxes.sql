-- JSON array of {name, left, top, right, bottom} in pixels; null where nobody has said what is in the
-- picture, which is another thing than an empty array: a person looked, and nothing is there.
ALTER TABLE dataset_pictures ADD COLUMN boxes TEXT;
