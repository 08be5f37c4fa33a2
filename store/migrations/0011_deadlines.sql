-- What happens on cases, for the clocks of the law, and calendars that show them. Same dialect as 0001_foundations.sql.

-- Something that happened on a case. kind, duty: ids of the law's files. until: the last day of the longer time that a decision gave.
-- source: the system that a list of events came from; empty for what somebody recorded here. A row that was wrong is withdrawn, with a
-- reason of the list, never changed.
CREATE TABLE case_event (
    id {key},
    case_file BIGINT NOT NULL REFERENCES case_file {later},
    kind TEXT NOT NULL,
    happened {date} NOT NULL,
    duty TEXT,
    until {date},
    source TEXT,
    author TEXT NOT NULL,
    recorded BIGINT NOT NULL,
    recorded_on {date} NOT NULL,
    withdrawn BIGINT,
    withdrawn_by TEXT,
    reason TEXT,
    CHECK ((withdrawn IS NULL) = (reason IS NULL))
);
CREATE INDEX case_event_case_file ON case_event (case_file);

-- A calendar of somebody's own deadlines, read by whatever has its address. hash: SHA-256 of the secret in the address, which is stored
-- nowhere. used: the last day on which it was read; revoked: when it was taken away.
CREATE TABLE calendar_feed (
    id {key},
    account BIGINT NOT NULL REFERENCES account {later},
    hash {bytes} NOT NULL UNIQUE,
    created BIGINT NOT NULL,
    used {date},
    revoked BIGINT
);
CREATE INDEX calendar_feed_account ON calendar_feed (account);
