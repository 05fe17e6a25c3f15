-- When an audit was answered last: the Quality page lists the audits of a period.
CREATE INDEX labelling_answers_newest_of_audit
    ON labelling_answers (labelling_job_id, answered_at_us)
    WHERE taken_back_at_us IS NULL AND verdict IS NOT NULL;
