CREATE TABLE entity (
    id INTEGER PRIMARY KEY,
    type TEXT NOT NULL,
    version INTEGER NOT NULL,
    active INTEGER NOT NULL,
    title TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    within_id INTEGER,
    words TEXT NOT NULL,
    fields TEXT NOT NULL,
    origins TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX entity_title ON entity (type, sort_key, id, active);
CREATE INDEX entity_within ON entity (within_id, type, sort_key, id);

CREATE TABLE link (
    id INTEGER PRIMARY KEY,
    connection TEXT NOT NULL,
    type TEXT NOT NULL,
    remote_id TEXT,
    record_id INTEGER,
    state TEXT NOT NULL,
    parent TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    page TEXT NOT NULL,
    sync TEXT NOT NULL,
    trouble TEXT NOT NULL,
    asks TEXT NOT NULL,
    synced_at INTEGER
) STRICT;
CREATE UNIQUE INDEX link_remote ON link (connection, type, remote_id);
CREATE UNIQUE INDEX link_record ON link (record_id, connection);
-- The state comes first: without statistics, an index that began with connection and type could be taken for a search
-- by remote id, and would read all links of the connection.
CREATE INDEX link_state ON link (state, connection, type, id);
CREATE INDEX link_parent ON link (parent, connection, type) WHERE parent <> '';
CREATE INDEX link_asks ON link (id) WHERE asks <> 'NOTHING';

-- Apart from its link, so that a pass over unchanged records never reads it.
CREATE TABLE link_memory (
    link_id INTEGER PRIMARY KEY,
    memory TEXT NOT NULL
) STRICT;

CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    happened_at INTEGER NOT NULL,
    type TEXT NOT NULL,
    record_id INTEGER NOT NULL,
    event TEXT NOT NULL,
    fields_before TEXT NOT NULL,
    fields_after TEXT NOT NULL,
    source TEXT NOT NULL,
    person TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX journal_record ON journal (record_id, id);

CREATE TABLE dirty (
    item TEXT PRIMARY KEY,
    priority INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    not_before INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX dirty_due ON dirty (priority, not_before, item);

CREATE TABLE document (
    namespace TEXT NOT NULL,
    owner TEXT NOT NULL,
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    json TEXT NOT NULL,
    expires_at INTEGER,
    PRIMARY KEY (namespace, owner, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_expiry ON document (expires_at) WHERE expires_at IS NOT NULL;
