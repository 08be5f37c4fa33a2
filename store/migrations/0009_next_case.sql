-- What whoever was given a case answers: takes it, or not now (and why). Nobody answers twice.
-- Same dialect as 0001_foundations.sql.
CREATE TABLE allocation_answer (
    allocation {key} REFERENCES allocation {later},
    answer TEXT NOT NULL CHECK (answer IN ('taken', 'not_now')),
    reason TEXT CHECK ((answer = 'not_now') = (reason IS NOT NULL)),
    answered {date} NOT NULL
);

-- Whoever holds a sibling's case is looked for each time a case is given.
CREATE INDEX case_file_sibling_group ON case_file (sibling_group) WHERE sibling_group IS NOT NULL;
