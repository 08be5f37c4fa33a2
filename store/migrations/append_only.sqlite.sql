CREATE TRIGGER event_not_changed BEFORE UPDATE ON event
WHEN NOT (
    OLD.details IS NOT NULL AND NEW.details IS NULL
    AND NEW.sequence = OLD.sequence AND NEW.at = OLD.at AND NEW.actor = OLD.actor AND NEW.action = OLD.action
    AND NEW.subject = OLD.subject AND NEW.details_hash = OLD.details_hash AND NEW.previous = OLD.previous AND NEW.hash = OLD.hash
)
BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;
CREATE TRIGGER event_not_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;
