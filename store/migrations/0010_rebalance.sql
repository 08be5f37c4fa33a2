-- Plans to rebalance: drafts of which cases change hands, and what came of each. Same dialect as 0001_foundations.sql.

-- A question and what was answered. asked: the question (rules::rebalance::Asked) as JSON; seed and steps: with the same facts they give the
-- same answer; bound: no plan hands over fewer cases, empty where there is no plan; hindrances: why there is none, as JSON; proven: whether the
-- highest load cannot be lower, or where there is no plan, whether that is proven; enough: a limit for which there is one; together: what all
-- holds of what all can carry; resting: ids of those who take no part, as JSON; chosen: the way that is followed; pace: handovers a week and
-- receiver from first on; closed: the day from which nothing more is done with it.
CREATE TABLE rebalance_plan (
    id {key},
    made BIGINT NOT NULL,
    actor TEXT NOT NULL,
    day {date} NOT NULL,
    asked TEXT NOT NULL,
    model TEXT NOT NULL,
    model_version TEXT NOT NULL,
    seed BIGINT NOT NULL,
    steps BIGINT NOT NULL,
    bound BIGINT CHECK (bound >= 0),
    hindrances TEXT NOT NULL,
    proven BOOLEAN NOT NULL,
    stopped BOOLEAN NOT NULL,
    enough BIGINT,
    together BIGINT,
    resting TEXT NOT NULL,
    chosen BIGINT NOT NULL CHECK (chosen >= 0),
    first {date} NOT NULL,
    pace BIGINT NOT NULL CHECK (pace >= 1),
    closed {date}
);

-- Who took part, with what could be carried on the day and what was held when the plan was made.
CREATE TABLE rebalance_person (
    plan BIGINT NOT NULL REFERENCES rebalance_plan {later},
    person BIGINT NOT NULL REFERENCES person {later},
    unit BIGINT REFERENCES unit {later},
    capacity BIGINT NOT NULL,
    points BIGINT NOT NULL,
    PRIMARY KEY (plan, person)
);

-- One way to divide the cases: 0 has the fewest handovers, those after it more and a lower highest load (points and capacity of one person).
CREATE TABLE rebalance_way (
    plan BIGINT NOT NULL REFERENCES rebalance_plan {later},
    way BIGINT NOT NULL CHECK (way >= 0),
    handovers BIGINT NOT NULL CHECK (handovers >= 0),
    points BIGINT NOT NULL,
    capacity BIGINT NOT NULL,
    PRIMARY KEY (plan, way)
);

-- Cases that change hands together. giver: who holds them, empty where nobody does; proposed: the receiver the plan began with; reason:
-- why, as JSON; due: the day of the handover; decided: who last said what shall be done with it; done: when it was carried out.
CREATE TABLE rebalance_move (
    id {key},
    plan BIGINT NOT NULL REFERENCES rebalance_plan {later},
    way BIGINT NOT NULL,
    giver BIGINT REFERENCES person {later},
    receiver BIGINT NOT NULL REFERENCES person {later},
    proposed BIGINT NOT NULL REFERENCES person {later},
    cases BIGINT NOT NULL CHECK (cases >= 0),
    points BIGINT NOT NULL,
    reason TEXT NOT NULL,
    stage TEXT NOT NULL CHECK (stage IN ('proposed', 'accepted', 'dropped', 'done')),
    due {date} NOT NULL,
    decided TEXT,
    done {date},
    CHECK ((stage = 'done') = (done IS NOT NULL))
);
CREATE INDEX rebalance_move_plan ON rebalance_move (plan, way);

-- The open phases of those cases when the plan was made.
CREATE TABLE rebalance_phase (
    step BIGINT NOT NULL REFERENCES rebalance_move {later},
    phase BIGINT NOT NULL REFERENCES phase {later},
    PRIMARY KEY (step, phase)
);
CREATE INDEX rebalance_phase_phase ON rebalance_phase (phase);
