-- How many pictures a change changed: written with them, so that a history need not read them all.
ALTER TABLE dataset_changes ADD COLUMN picture_count INTEGER NOT NULL DEFAULT 0;
UPDATE dataset_changes SET picture_count = (
    SELECT count(*) FROM dataset_changed_pictures
    WHERE dataset_changed_pictures.change_id = dataset_changes.change_id
);
