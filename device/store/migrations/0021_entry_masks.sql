-- The SHA-256 of the mask that came in with an entry's line. While the picture has that mask, the
-- entry shows the line's; after that the station's own.
ALTER TABLE lookout_entries ADD COLUMN mask_sha256 TEXT;

UPDATE lookout_entries SET mask_sha256 = (
    SELECT json_extract(mask, '$.sha256') FROM dataset_pictures
    WHERE dataset_pictures.picture_id = lookout_entries.picture_id
) WHERE line LIKE '%"internal-color-map"%';
