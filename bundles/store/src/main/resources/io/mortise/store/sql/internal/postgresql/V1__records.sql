CREATE TABLE entity (
    id bigint PRIMARY KEY,
    type text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    active integer NOT NULL,
    title text COLLATE "C" NOT NULL,
    sort_key text COLLATE "C" NOT NULL,
    within_id bigint,
    words text COLLATE "C" NOT NULL,
    fields text COLLATE "C" NOT NULL,
    origins text COLLATE "C" NOT NULL,
    created_at bigint NOT NULL,
    changed_at bigint NOT NULL
);
CREATE INDEX entity_title ON entity (type, sort_key, id, active);
CREATE INDEX entity_within ON entity (within_id, type, sort_key, id);

CREATE TABLE link (
    id bigint PRIMARY KEY,
    connection text COLLATE "C" NOT NULL,
    type text COLLATE "C" NOT NULL,
    remote_id text COLLATE "C",
    record_id bigint,
    state text COLLATE "C" NOT NULL,
    parent text COLLATE "C" NOT NULL,
    fingerprint text COLLATE "C" NOT NULL,
    page text COLLATE "C" NOT NULL,
    sync text COLLATE "C" NOT NULL,
    trouble text COLLATE "C" NOT NULL,
    asks text COLLATE "C" NOT NULL,
    synced_at bigint
);
CREATE UNIQUE INDEX link_remote ON link (connection, type, remote_id);
CREATE UNIQUE INDEX link_record ON link (record_id, connection);
-- The state comes first: without statistics, an index that began with connection and type could be taken for a search
-- by remote id, and would read all links of the connection.
CREATE INDEX link_state ON link (state, connection, type, id);
CREATE INDEX link_parent ON link (parent, connection, type) WHERE parent <> '';
CREATE INDEX link_asks ON link (id) WHERE asks <> 'NOTHING';

-- Apart from its link, so that a pass over unchanged records never reads it.
CREATE TABLE link_memory (
    link_id bigint PRIMARY KEY,
    memory text COLLATE "C" NOT NULL
);

CREATE TABLE journal (
    id bigint PRIMARY KEY,
    happened_at bigint NOT NULL,
    type text COLLATE "C" NOT NULL,
    record_id bigint NOT NULL,
    event text COLLATE "C" NOT NULL,
    fields_before text COLLATE "C" NOT NULL,
    fields_after text COLLATE "C" NOT NULL,
    source text COLLATE "C" NOT NULL,
    person text COLLATE "C" NOT NULL,
    text text COLLATE "C" NOT NULL
);
CREATE INDEX journal_record ON journal (record_id, id);

CREATE TABLE dirty (
    item text COLLATE "C" PRIMARY KEY,
    priority integer NOT NULL,
    generation bigint NOT NULL,
    not_before bigint NOT NULL
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01);
CREATE INDEX dirty_due ON dirty (priority, not_before, item);

CREATE TABLE document (
    namespace text COLLATE "C" NOT NULL,
    owner text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    json text COLLATE "C" NOT NULL,
    expires_at bigint,
    PRIMARY KEY (namespace, owner, name)
);
CREATE INDEX document_expiry ON document (expires_at) WHERE expires_at IS NOT NULL;
