-- Counts the parts of a recipe from a time on without reading their rows.
CREATE INDEX inspections_by_recipe_outcome_and_time
    ON inspections (recipe, outcome, triggered_at_us);

-- Who set the counters of a recipe, or of all recipes (NULL), back to zero. Nothing is deleted:
-- counters count the ledger from the last reset on.
CREATE TABLE counter_resets (
    reset_id INTEGER PRIMARY KEY AUTOINCREMENT,
    recipe TEXT,
    author TEXT NOT NULL,
    why TEXT NOT NULL,
    reset_at_us INTEGER NOT NULL
);
CREATE INDEX counter_resets_by_recipe ON counter_resets (recipe, reset_at_us);

-- NG alarms of recipes, with who acknowledged them. Parts up to `acknowledged_through` (a trigger
-- id) raise no further alarm.
CREATE TABLE ng_alarms (
    alarm_id INTEGER PRIMARY KEY AUTOINCREMENT,
    recipe TEXT NOT NULL,
    recipe_version INTEGER NOT NULL,
    trigger_id INTEGER NOT NULL,
    message TEXT NOT NULL,
    stop INTEGER NOT NULL CHECK (stop IN (0, 1)),
    raised_at_us INTEGER NOT NULL,
    author TEXT,
    why TEXT,
    acknowledged_at_us INTEGER,
    acknowledged_through INTEGER
);
CREATE UNIQUE INDEX one_ng_alarm_at_a_time ON ng_alarms ((1)) WHERE acknowledged_at_us IS NULL;

-- Messages about conditions, by receiver. Of each code the newest stays, delivered or not: it says
-- what the receiver knows of the condition.
CREATE TABLE notifications (
    notification_id INTEGER PRIMARY KEY AUTOINCREMENT,
    receiver TEXT NOT NULL,
    code TEXT NOT NULL,
    appeared INTEGER NOT NULL CHECK (appeared IN (0, 1)),
    severity TEXT NOT NULL,
    message TEXT NOT NULL,
    changed_at_us INTEGER NOT NULL,
    delivered_at_us INTEGER
);
CREATE INDEX notifications_by_receiver ON notifications (receiver, code, notification_id);
