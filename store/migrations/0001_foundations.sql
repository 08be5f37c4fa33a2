-- One text for both engines. {key} is the type of an id that is the primary key, {bytes} that of raw bytes, {date} that of a day;
-- {later} is how long a reference may wait for what it refers to; see src/schema.rs.
-- Ids are given by the application, from head.next_id. Shares and hours are millionths, moments microseconds since 1970 (UTC).
-- A period runs from started (counts) until `until` (no longer counts); `until` is empty while it lasts.

-- The one row that every writer updates first: it puts writers in a queue, gives out ids and carries the head of the log.
CREATE TABLE head (
    id {key} CHECK (id = 1),
    sequence BIGINT NOT NULL CHECK (sequence >= 0),
    hash {bytes} NOT NULL,
    next_id BIGINT NOT NULL CHECK (next_id >= 1)
);

-- The event log, append-only: who, when, what, before and after. Details that were erased for good are NULL; their hash stays.
CREATE TABLE event (
    sequence {key},
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    details TEXT,
    details_hash {bytes} NOT NULL,
    previous {bytes} NOT NULL,
    hash {bytes} NOT NULL
);

CREATE TABLE unit (
    id {key},
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    parent BIGINT REFERENCES unit {later}
);

CREATE TABLE person (
    id {key},
    number TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    email TEXT,
    degree TEXT,
    in_profession_since {date}
);

-- What other files call the same person: a signature, a user name.
CREATE TABLE person_alias (
    alias TEXT NOT NULL PRIMARY KEY,
    person BIGINT NOT NULL REFERENCES person {later}
);

-- begun: first day of the employment that the row is a stretch of; continued: another stretch follows, so this is not the latest.
CREATE TABLE employment (
    id {key},
    person BIGINT NOT NULL REFERENCES person {later},
    unit BIGINT REFERENCES unit {later},
    title TEXT,
    role TEXT NOT NULL,
    form TEXT,
    share BIGINT CHECK (share >= 0),
    hours BIGINT CHECK (hours >= 0),
    begun {date} NOT NULL,
    started {date} NOT NULL,
    until {date} CHECK (until >= started),
    end_reason TEXT,
    continued BOOLEAN NOT NULL
);
CREATE INDEX employment_person ON employment (person);

CREATE TABLE reduction (
    id {key},
    person BIGINT NOT NULL REFERENCES person {later},
    kind TEXT NOT NULL,
    share BIGINT CHECK (share >= 0),
    hours BIGINT CHECK (hours >= 0),
    begun {date} NOT NULL,
    started {date} NOT NULL,
    until {date} CHECK (until >= started),
    continued BOOLEAN NOT NULL
);
CREATE INDEX reduction_person ON reduction (person);

CREATE TABLE duty (
    id {key},
    person BIGINT NOT NULL REFERENCES person {later},
    kind TEXT NOT NULL,
    started {date} NOT NULL,
    until {date} CHECK (until >= started)
);
CREATE INDEX duty_person ON duty (person);

CREATE TABLE support (
    id {key},
    kind TEXT NOT NULL,
    helper BIGINT NOT NULL REFERENCES person {later},
    owner BIGINT NOT NULL REFERENCES person {later},
    pieces BIGINT NOT NULL CHECK (pieces > 0),
    done_on {date} NOT NULL
);
CREATE INDEX support_helper ON support (helper);
CREATE INDEX support_owner ON support (owner);

-- A case is a reference of its source system; nothing about the client. Its type stands on the phase: it can change between phases.
CREATE TABLE case_file (
    id {key},
    source TEXT NOT NULL,
    reference TEXT NOT NULL,
    received {date},
    sibling_group TEXT,
    UNIQUE (reference, source)
);

-- Effort factors that many phases share, as canonical JSON.
CREATE TABLE effort (
    id {key},
    factors TEXT NOT NULL UNIQUE
);

-- effort: the effort factors at the start; empty when there are none. withdrawn: the entry in the event log that
-- says why the row was wrong from the beginning and counts on no day.
CREATE TABLE phase (
    id {key},
    case_file BIGINT NOT NULL REFERENCES case_file {later},
    case_type TEXT NOT NULL,
    phase TEXT,
    unit BIGINT REFERENCES unit {later},
    started {date} NOT NULL,
    until {date} CHECK (until >= started),
    effort BIGINT REFERENCES effort {later},
    extended_to {date},
    withdrawn BIGINT
);
CREATE INDEX phase_case_file ON phase (case_file);

-- Later changes of a phase's effort factors.
CREATE TABLE effort_change (
    phase BIGINT NOT NULL REFERENCES phase {later},
    started {date} NOT NULL,
    effort BIGINT REFERENCES effort {later},
    PRIMARY KEY (phase, started)
);

CREATE TABLE assignment (
    id {key},
    phase BIGINT NOT NULL REFERENCES phase {later},
    person BIGINT NOT NULL REFERENCES person {later},
    part TEXT NOT NULL CHECK (part IN ('main', 'co')),
    share BIGINT CHECK (share >= 0),
    started {date} NOT NULL,
    until {date} CHECK (until >= started)
);
CREATE INDEX assignment_phase ON assignment (phase);
CREATE INDEX assignment_person ON assignment (person);

CREATE TABLE weight_model (
    id {key},
    model TEXT NOT NULL,
    version TEXT NOT NULL,
    valid_from {date} NOT NULL UNIQUE,
    text TEXT NOT NULL
);

-- One export that came in: which system, as of which day, and how many rows.
CREATE TABLE import_run (
    id {key},
    source TEXT NOT NULL,
    exported {date} NOT NULL,
    accepted BIGINT NOT NULL,
    rejected BIGINT NOT NULL
);
CREATE INDEX import_run_source ON import_run (source, exported);
