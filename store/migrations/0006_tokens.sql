-- Programs that ask: tokens, and which of their requests were done. Same dialect as 0001_foundations.sql.

-- A token acts as an account of its own, which nobody can sign in to: account_role says what it may do. hash: SHA-256 of the token,
-- which is stored nowhere; tail: its last letters, to know it by. until: the first day on which it no longer counts; used: the last day
-- on which it was; revoked: when it was taken out of use.
CREATE TABLE token (
    id {key},
    account BIGINT NOT NULL UNIQUE REFERENCES account {later},
    hash {bytes} NOT NULL UNIQUE,
    tail TEXT NOT NULL,
    read_only BOOLEAN NOT NULL,
    issuer TEXT NOT NULL,
    issued BIGINT NOT NULL,
    until {date} NOT NULL,
    used {date},
    revoked BIGINT
);

-- A request that a program may send again without its being done again. key: SHA-256 of the program's own name for it; request: SHA-256
-- of all it asked for. event: the entry of the log with which it was done, written in the same transaction; status and answer: what was
-- answered, empty as long as that is not known and for an answer that holds a secret.
CREATE TABLE request_key (
    id {key},
    token BIGINT NOT NULL REFERENCES token {later},
    key {bytes} NOT NULL,
    request {bytes} NOT NULL,
    begun BIGINT NOT NULL,
    event BIGINT,
    status BIGINT,
    place TEXT,
    answer TEXT,
    UNIQUE (token, key)
);
CREATE INDEX request_key_begun ON request_key (begun);
