-- With the dataset, so that which dataset has thousands of hashes is told without their rows.
DROP INDEX dataset_pictures_by_sha256;
CREATE INDEX dataset_pictures_by_sha256 ON dataset_pictures (sha256, dataset);
