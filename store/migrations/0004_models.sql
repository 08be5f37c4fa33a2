-- Drafts of weight models, and mappings and imports as the pages show them. Same dialect as 0001_foundations.sql.

-- A weight model that somebody prepares: a whole model file, weighing nothing until it is adopted.
CREATE TABLE weight_model_draft (
    id {key},
    text TEXT NOT NULL,
    author TEXT NOT NULL,
    saved BIGINT NOT NULL
);

-- Who adopted a weight model, when and why.
CREATE TABLE adoption (
    weight_model BIGINT NOT NULL PRIMARY KEY REFERENCES weight_model {later},
    adopted BIGINT NOT NULL,
    adopted_by TEXT NOT NULL,
    reason TEXT NOT NULL
);

-- A mapping made in the pages. text: the whole mapping file.
CREATE TABLE import_mapping (
    id {key},
    name TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    author TEXT NOT NULL,
    saved BIGINT NOT NULL
);

-- What came in, or was refused whole, as the list of imports shows it. way: by whom it was started. files: their names (JSON).
-- failure: why nothing came in; empty when something did.
CREATE TABLE import_outcome (
    id {key},
    at BIGINT NOT NULL,
    author TEXT NOT NULL,
    source TEXT NOT NULL,
    exported {date} NOT NULL,
    files TEXT NOT NULL,
    accepted BIGINT NOT NULL,
    rejected BIGINT NOT NULL,
    added BIGINT NOT NULL,
    changed BIGINT NOT NULL,
    ended BIGINT NOT NULL,
    failure TEXT NOT NULL
);
CREATE INDEX import_outcome_at ON import_outcome (at);
