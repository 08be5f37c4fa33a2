-- What the municipality decides in the pages: settings, who may sign in for the first time, reviews that were begun, units that move.
-- Same dialect as 0001_foundations.sql.

-- A row for each change; the latest of a name holds. value: empty for the one that comes with the product.
CREATE TABLE setting (
    id {key},
    name TEXT NOT NULL,
    value TEXT,
    changed BIGINT NOT NULL,
    actor TEXT NOT NULL
);
CREATE INDEX setting_name ON setting (name, id);

-- Whether the password was chosen by somebody else and must be changed before anything else.
ALTER TABLE account ADD COLUMN temporary BOOLEAN NOT NULL DEFAULT FALSE;

-- A review of the access log that was begun: what it covers, and where the lot begins. review: the signed one; empty until then.
CREATE TABLE access_draw (
    id {key},
    started BIGINT NOT NULL,
    until BIGINT NOT NULL,
    seed BIGINT NOT NULL,
    size BIGINT NOT NULL,
    actor TEXT NOT NULL,
    drawn BIGINT NOT NULL,
    review BIGINT REFERENCES access_review {later}
);

-- Where a unit lies from a day on, once that changed; before the first row it lies where unit.parent says.
CREATE TABLE unit_place (
    id {key},
    unit BIGINT NOT NULL REFERENCES unit {later},
    parent BIGINT REFERENCES unit {later},
    started {date} NOT NULL,
    until {date} CHECK (until >= started)
);
CREATE INDEX unit_place_unit ON unit_place (unit, started);

-- The day from which a unit is no longer used.
ALTER TABLE unit ADD COLUMN ended {date};

-- For what the page of the event log asks.
CREATE INDEX event_action ON event (action, at);
CREATE INDEX event_at ON event (at);
