CREATE INDEX entity_changed ON entity (type, changed_at, id, active);
