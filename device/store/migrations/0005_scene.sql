-- The few parts that were judged while the scene counted as changed, in the ledger's order.
CREATE INDEX inspections_scene_changed ON inspections (seq)
    WHERE json_extract(details, '$.scene.changed');
