-- Who may hold what, and who was given what: facts about people and cases, each with its days, and what was decided here.
-- Same dialect as 0001_foundations.sql.

-- kind: a degree, the board's decision that it is relevant (value: its reference), that somebody handles cases independently, a language,
-- a district.
CREATE TABLE person_fact (
    id {key},
    person BIGINT NOT NULL REFERENCES person {later},
    kind TEXT NOT NULL CHECK (kind IN ('degree', 'decision', 'independent', 'language', 'district')),
    value TEXT NOT NULL,
    started {date} NOT NULL,
    until {date} CHECK (until >= started)
);
CREATE INDEX person_fact_person ON person_fact (person);

-- kind: a language that its caseworker must speak, a district that it lies in, that it is locked (value: why), who shall not have it.
CREATE TABLE case_need (
    id {key},
    case_file BIGINT NOT NULL REFERENCES case_file {later},
    kind TEXT NOT NULL CHECK (kind IN ('language', 'district', 'locked', 'not_worker')),
    value TEXT NOT NULL,
    person BIGINT REFERENCES person {later},
    started {date} NOT NULL,
    until {date} CHECK (until >= started),
    CHECK ((kind = 'not_worker') = (person IS NOT NULL))
);
CREATE INDEX case_need_case_file ON case_need (case_file);

-- That a case was given to somebody, or moved, here and not in the system it comes from. previous: who had it; empty when nobody did.
-- despite: what stood in the way and was no hindrance (JSON). seen: the day of the export that showed what was decided, or something
-- newer; while it is empty, an export that shows what was before changes nothing.
CREATE TABLE allocation (
    id {key},
    phase BIGINT NOT NULL REFERENCES phase {later},
    person BIGINT NOT NULL REFERENCES person {later},
    previous BIGINT REFERENCES person {later},
    part TEXT NOT NULL CHECK (part IN ('main', 'co')),
    started {date} NOT NULL,
    reason TEXT NOT NULL,
    despite TEXT NOT NULL,
    decided BIGINT NOT NULL,
    actor TEXT NOT NULL,
    seen {date}
);
CREATE INDEX allocation_phase ON allocation (phase);
CREATE INDEX allocation_person ON allocation (person);
