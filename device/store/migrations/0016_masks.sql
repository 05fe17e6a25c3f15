-- Which pixels of an anomalous picture show which class of defect: JSON {sha256, classes: [{index, name,
-- color}]}. The file, named by picture and hash, is never changed nor deleted: the history names it too.
ALTER TABLE dataset_pictures ADD COLUMN mask TEXT;

-- As in `0010_dataset_facets.sql`, and also masked (the picture has a mask) and mask_class.
DROP VIEW facets_of_pictures;
CREATE VIEW facets_of_pictures AS
    SELECT picture_id, dataset, 'removed' AS facet, '' AS value FROM dataset_pictures
    WHERE removed_at_us IS NOT NULL
    UNION ALL
    SELECT picture_id, dataset, 'label', label FROM dataset_pictures WHERE removed_at_us IS NULL
    UNION ALL
    SELECT picture_id, dataset, 'batch', batch FROM dataset_pictures
    WHERE removed_at_us IS NULL AND batch IS NOT NULL
    UNION ALL
    SELECT picture_id, dataset, 'defect_type', defect_type FROM dataset_pictures
    WHERE removed_at_us IS NULL AND defect_type IS NOT NULL
    UNION ALL
    SELECT picture_id, dataset, 'split', split FROM dataset_pictures
    WHERE removed_at_us IS NULL AND split IS NOT NULL
    UNION ALL
    SELECT picture_id, dataset, 'boxed', '' FROM dataset_pictures
    WHERE removed_at_us IS NULL AND boxes IS NOT NULL
    UNION ALL
    SELECT picture_id, dataset, 'box_class', json_extract(json_each.value, '$.name')
    FROM dataset_pictures JOIN json_each(boxes)
    WHERE removed_at_us IS NULL AND boxes IS NOT NULL
    UNION ALL
    SELECT picture_id, dataset, 'masked', '' FROM dataset_pictures
    WHERE removed_at_us IS NULL AND mask IS NOT NULL
    UNION ALL
    SELECT picture_id, dataset, 'mask_class', json_extract(json_each.value, '$.name')
    FROM dataset_pictures JOIN json_each(mask, '$.classes')
    WHERE removed_at_us IS NULL AND mask IS NOT NULL;
