-- Who may do what, who looked, and what a caseworker and a supervisor agree about a month. Same dialect as 0001_foundations.sql.

-- Somebody who can sign in. password: argon2id as a PHC string; empty until one is set. secret: the second factor's, empty without one;
-- last_step: the last time step a code of it was used for, so that no code is taken twice. disabled: since when; empty while it is in use.
CREATE TABLE account (
    id {key},
    name TEXT NOT NULL UNIQUE,
    display TEXT NOT NULL,
    person BIGINT REFERENCES person {later},
    password TEXT,
    secret {bytes},
    last_step BIGINT,
    created BIGINT NOT NULL,
    disabled BIGINT
);
CREATE INDEX account_person ON account (person);

-- A role in a unit and all its days; no unit is the whole organisation.
CREATE TABLE account_role (
    id {key},
    account BIGINT NOT NULL REFERENCES account {later},
    role TEXT NOT NULL,
    unit BIGINT REFERENCES unit {later},
    started {date} NOT NULL,
    until {date} CHECK (until >= started)
);
CREATE INDEX account_role_account ON account_role (account);

-- Codes for who has lost the second factor; only their SHA-256, each good for one time.
CREATE TABLE recovery_code (
    id {key},
    account BIGINT NOT NULL REFERENCES account {later},
    hash {bytes} NOT NULL,
    used BIGINT
);
CREATE INDEX recovery_code_account ON recovery_code (account);

-- Failed attempts to sign in, for an account or an address, and until when further ones must wait.
CREATE TABLE sign_in_attempt (
    subject TEXT NOT NULL PRIMARY KEY,
    failures BIGINT NOT NULL,
    last BIGINT NOT NULL,
    waits_until BIGINT NOT NULL
);

-- Somebody signed in. hash: SHA-256 of the token, which is stored nowhere. ended: when it was revoked or signed out.
CREATE TABLE sign_in (
    id {key},
    account BIGINT NOT NULL REFERENCES account {later},
    hash {bytes} NOT NULL UNIQUE,
    begun BIGINT NOT NULL,
    used BIGINT NOT NULL,
    ended BIGINT
);
CREATE INDEX sign_in_account ON sign_in (account);

-- Whose load was looked at: finds the entries of the event log about a person. What counts is the entry, which the chain protects, and the
-- check of the log compares them: references would be checked row by row, ten thousand times when somebody looks at a whole city.
CREATE TABLE look (
    event BIGINT NOT NULL,
    person BIGINT NOT NULL,
    PRIMARY KEY (event, person)
);
CREATE INDEX look_person ON look (person);

-- A review of the access log: what it covered, what was drawn (JSON), and what the reviewer found. Signed by being stored under a name.
CREATE TABLE access_review (
    id {key},
    first_event BIGINT NOT NULL,
    last_event BIGINT NOT NULL,
    seed BIGINT NOT NULL,
    drawn TEXT NOT NULL,
    finding TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    signed BIGINT NOT NULL
);

-- One person's month as it stood. lines: the explanation as JSON. The rating, the flex balance (minutes) and the sentence are the
-- person's own and may be given later.
CREATE TABLE measurement (
    id {key},
    person BIGINT NOT NULL REFERENCES person {later},
    month {date} NOT NULL,
    measured_on {date} NOT NULL,
    model TEXT NOT NULL,
    model_version TEXT NOT NULL,
    points BIGINT NOT NULL,
    capacity BIGINT NOT NULL,
    band TEXT NOT NULL,
    over_since {date},
    over_due BOOLEAN NOT NULL,
    lines TEXT NOT NULL,
    rating BIGINT CHECK (rating BETWEEN 1 AND 5),
    flex BIGINT,
    sentence TEXT,
    rated_on {date},
    UNIQUE (person, month)
);

-- What the person says of an effort factor of a case held: right as it is, or wrong. settled: when the supervisor dealt with it.
CREATE TABLE factor_remark (
    id {key},
    measurement BIGINT NOT NULL REFERENCES measurement {later},
    reference TEXT NOT NULL,
    factor TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('right', 'wrong')),
    settled {date},
    UNIQUE (measurement, reference, factor)
);

-- The talk about a measurement; a correction is a new version. The two days say when each party concluded.
CREATE TABLE dialogue (
    id {key},
    measurement BIGINT NOT NULL REFERENCES measurement {later},
    version BIGINT NOT NULL CHECK (version >= 1),
    notes TEXT NOT NULL,
    opened_on {date} NOT NULL,
    person_concluded {date},
    supervisor_concluded {date},
    UNIQUE (measurement, version)
);

-- What was agreed. kind: an id of the catalogue. outcome: none while it is open.
CREATE TABLE agreed_action (
    id {key},
    dialogue BIGINT NOT NULL REFERENCES dialogue {later},
    kind TEXT NOT NULL,
    owner BIGINT NOT NULL REFERENCES person {later},
    due {date} NOT NULL,
    outcome TEXT CHECK (outcome IN ('done', 'not_done')),
    reason TEXT,
    settled_on {date},
    CHECK ((outcome IS NULL) = (settled_on IS NULL)),
    CHECK (outcome IS NULL OR outcome = 'done' OR reason IS NOT NULL)
);
CREATE INDEX agreed_action_dialogue ON agreed_action (dialogue);

-- The municipality's own catalogue; empty as long as the one that ships is used as it is. retired: no longer offered.
CREATE TABLE action_kind (
    id {key},
    code TEXT NOT NULL UNIQUE,
    title_sv TEXT NOT NULL,
    title_en TEXT NOT NULL,
    retired BOOLEAN NOT NULL
);

-- For what a team's page asks.
CREATE INDEX employment_unit ON employment (unit);
CREATE INDEX phase_unit ON phase (unit);
-- For looking a person up by name.
CREATE INDEX person_name ON person (name);
