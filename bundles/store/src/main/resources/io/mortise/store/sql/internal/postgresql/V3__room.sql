-- A changed row then fits beside its old self: without room, each change of a link writes all its indexes anew.
ALTER TABLE entity SET (fillfactor = 70);
ALTER TABLE link SET (fillfactor = 70);
ALTER TABLE link_memory SET (fillfactor = 70);
