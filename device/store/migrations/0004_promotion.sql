-- Every change of what judges under a recipe's name: its model, or the threshold in force.
CREATE TABLE promotions (
    promotion_id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- 'recipe': by applying or activating a recipe.
    kind TEXT NOT NULL CHECK (kind IN ('promotion', 'rollback', 'recipe')),
    recipe TEXT NOT NULL,
    recipe_version INTEGER NOT NULL,
    -- All null: no model. `before_...` is what ran under that name of recipe.
    before_model TEXT,
    before_version INTEGER,
    before_sha256 TEXT,
    before_threshold REAL,
    after_model TEXT,
    after_version INTEGER,
    after_sha256 TEXT,
    after_threshold REAL,
    author TEXT NOT NULL,
    why TEXT NOT NULL,
    changed_at_us INTEGER NOT NULL,
    -- How the model stood against its regression set, and the trial beside the one before (JSON).
    regression TEXT,
    trial TEXT
);
CREATE INDEX promotions_by_recipe ON promotions (recipe);

-- A trial: one model version judges live parts beside the one that runs, and has no say.
CREATE TABLE trials (
    trial_id INTEGER PRIMARY KEY AUTOINCREMENT,
    model TEXT NOT NULL,
    model_version INTEGER NOT NULL,
    model_sha256 TEXT NOT NULL,
    threshold REAL NOT NULL,
    beside_model TEXT NOT NULL,
    beside_version INTEGER NOT NULL,
    beside_sha256 TEXT NOT NULL,
    -- Parts of the trial have a greater seq, up to `last_seq` when it has ended.
    seq_before INTEGER NOT NULL,
    last_seq INTEGER,
    started_by TEXT NOT NULL,
    started_at_us INTEGER NOT NULL,
    stopped_by TEXT,
    stopped_at_us INTEGER
);
CREATE UNIQUE INDEX one_trial_runs_at_a_time ON trials ((stopped_at_us IS NULL))
    WHERE stopped_at_us IS NULL;

CREATE TABLE trial_results (
    trial_id INTEGER NOT NULL REFERENCES trials (trial_id),
    seq INTEGER NOT NULL REFERENCES inspections (seq),
    score REAL NOT NULL,
    threshold REAL NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('OK', 'NG')),
    -- The verdict that the line got.
    active_verdict TEXT NOT NULL CHECK (active_verdict IN ('OK', 'NG')),
    took_ms REAL NOT NULL,
    active_took_ms REAL NOT NULL,
    -- Which verdict a person has found to be the right one.
    settled_as TEXT CHECK (settled_as IN ('OK', 'NG')),
    settled_by TEXT,
    settled_at_us INTEGER,
    PRIMARY KEY (trial_id, seq)
) WITHOUT ROWID;
CREATE INDEX trial_results_by_verdicts ON trial_results (trial_id, active_verdict, verdict);

-- Of parts on which the two disagree; as `anomaly_maps`.
CREATE TABLE trial_maps (
    trial_id INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    height INTEGER NOT NULL,
    width INTEGER NOT NULL,
    scores BLOB NOT NULL,
    PRIMARY KEY (trial_id, seq),
    FOREIGN KEY (trial_id, seq) REFERENCES trial_results (trial_id, seq)
);
CREATE INDEX trial_maps_by_seq ON trial_maps (seq);

-- Pictures with known verdicts, one set for each model's name. A row never changes but for its
-- removal, and its file never.
CREATE TABLE regression_pictures (
    picture_id INTEGER PRIMARY KEY AUTOINCREMENT,
    model TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('OK', 'NG')),
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    source TEXT NOT NULL,
    added_by TEXT NOT NULL,
    added_at_us INTEGER NOT NULL,
    removed_by TEXT,
    removed_at_us INTEGER,
    removed_why TEXT
);
CREATE UNIQUE INDEX regression_picture_once ON regression_pictures (model, sha256)
    WHERE removed_at_us IS NULL;

-- What a model makes of a picture; by the hashes of both, so that it holds for every set and
-- threshold. A picture that can't be judged has a problem instead of a score.
CREATE TABLE regression_scores (
    model_sha256 TEXT NOT NULL,
    picture_sha256 TEXT NOT NULL,
    okng_version TEXT NOT NULL,
    score REAL,
    problem TEXT,
    checked_at_us INTEGER NOT NULL,
    PRIMARY KEY (model_sha256, picture_sha256),
    CHECK ((score IS NULL) <> (problem IS NULL))
) WITHOUT ROWID;
