-- Results that a receiver doesn't take, put aside so that later ones pass; people retry them.
CREATE TABLE set_aside_results (
    sink TEXT NOT NULL,
    seq INTEGER NOT NULL REFERENCES inspections (seq),
    payload TEXT NOT NULL,
    reason TEXT NOT NULL,
    set_aside_at_us INTEGER NOT NULL,
    PRIMARY KEY (sink, seq)
);
