-- Signing in through the municipality's own provider (OpenID Connect). Same dialect as 0001_foundations.sql.

-- A sign-in that has begun and is not finished. browser: SHA-256 of what only the browser that began it has; the row is taken away when it
-- comes back, or when it is too old. back_to: the page of ours to go to afterwards.
CREATE TABLE openid_attempt (
    state TEXT NOT NULL PRIMARY KEY,
    browser {bytes} NOT NULL,
    nonce TEXT NOT NULL,
    verifier TEXT NOT NULL,
    back_to TEXT NOT NULL,
    begun BIGINT NOT NULL
);
CREATE INDEX openid_attempt_begun ON openid_attempt (begun);

-- Whom a provider means by its subject. An account belongs to at most one subject of a provider.
CREATE TABLE openid_subject (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    account BIGINT NOT NULL REFERENCES account {later},
    linked BIGINT NOT NULL,
    PRIMARY KEY (issuer, subject),
    UNIQUE (issuer, account)
);

-- What a log-out needs to know of a session that a provider began; taken away with the session.
CREATE TABLE openid_session (
    sign_in BIGINT NOT NULL PRIMARY KEY REFERENCES sign_in {later},
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    sid TEXT,
    id_token TEXT NOT NULL
);
CREATE INDEX openid_session_subject ON openid_session (issuer, subject);

-- The roles that a provider's claims have given: they follow the claims at each sign-in, the others do not.
CREATE TABLE openid_role (
    account_role BIGINT NOT NULL PRIMARY KEY REFERENCES account_role {later}
);

-- Log-out tokens that have been taken, until they would be too old in any case: none is taken twice.
CREATE TABLE openid_log_out (
    issuer TEXT NOT NULL,
    token TEXT NOT NULL,
    expires BIGINT NOT NULL,
    PRIMARY KEY (issuer, token)
);
