-- What spoke against a model when it was taken all the same: sentences (JSON).
ALTER TABLE promotions ADD COLUMN objections TEXT NOT NULL DEFAULT '[]';
