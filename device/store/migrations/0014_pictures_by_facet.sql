-- A page of the pictures of one batch, type of defect or label, without a walk over the others.
CREATE INDEX dataset_pictures_by_batch ON dataset_pictures (dataset, batch, picture_id)
    WHERE removed_at_us IS NULL;
CREATE INDEX dataset_pictures_by_defect_type
    ON dataset_pictures (dataset, defect_type, picture_id) WHERE removed_at_us IS NULL;
CREATE INDEX dataset_pictures_by_label ON dataset_pictures (dataset, label, picture_id)
    WHERE removed_at_us IS NULL;
