-- What lists are narrowed and sorted by, of the types that say so, apart from the wide rows. Which path of a type lies in
-- which column is said by listing. f: values that many rows share, o: values that have an order. '' is no value, NULL is
-- a column that the type doesn't use.
CREATE TABLE listing (
    type TEXT PRIMARY KEY,
    paths TEXT NOT NULL,
    filled_to INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE listed (
    id INTEGER PRIMARY KEY,
    type TEXT NOT NULL,
    active INTEGER NOT NULL,
    within_id INTEGER,
    changed_at INTEGER NOT NULL,
    f1 TEXT, f2 TEXT, f3 TEXT, f4 TEXT, f5 TEXT, f6 TEXT, f7 TEXT, f8 TEXT,
    o1 TEXT, o2 TEXT, o3 TEXT, o4 TEXT, o5 TEXT, o6 TEXT, o7 TEXT, o8 TEXT
) STRICT;
CREATE INDEX listed_within ON listed (type, within_id, changed_at, id, active);
CREATE INDEX listed_f1 ON listed (type, f1, changed_at, id, active) WHERE f1 IS NOT NULL;
CREATE INDEX listed_f2 ON listed (type, f2, changed_at, id, active) WHERE f2 IS NOT NULL;
CREATE INDEX listed_f3 ON listed (type, f3, changed_at, id, active) WHERE f3 IS NOT NULL;
CREATE INDEX listed_f4 ON listed (type, f4, changed_at, id, active) WHERE f4 IS NOT NULL;
CREATE INDEX listed_f5 ON listed (type, f5, changed_at, id, active) WHERE f5 IS NOT NULL;
CREATE INDEX listed_f6 ON listed (type, f6, changed_at, id, active) WHERE f6 IS NOT NULL;
CREATE INDEX listed_f7 ON listed (type, f7, changed_at, id, active) WHERE f7 IS NOT NULL;
CREATE INDEX listed_f8 ON listed (type, f8, changed_at, id, active) WHERE f8 IS NOT NULL;
CREATE INDEX listed_o1 ON listed (type, o1, id, active) WHERE o1 IS NOT NULL;
CREATE INDEX listed_o2 ON listed (type, o2, id, active) WHERE o2 IS NOT NULL;
CREATE INDEX listed_o3 ON listed (type, o3, id, active) WHERE o3 IS NOT NULL;
CREATE INDEX listed_o4 ON listed (type, o4, id, active) WHERE o4 IS NOT NULL;
CREATE INDEX listed_o5 ON listed (type, o5, id, active) WHERE o5 IS NOT NULL;
CREATE INDEX listed_o6 ON listed (type, o6, id, active) WHERE o6 IS NOT NULL;
CREATE INDEX listed_o7 ON listed (type, o7, id, active) WHERE o7 IS NOT NULL;
CREATE INDEX listed_o8 ON listed (type, o8, id, active) WHERE o8 IS NOT NULL;

-- Words as they are: everything but a blank is part of a word. The first word of each row is its type behind a semicolon,
-- which no other word has.
CREATE VIRTUAL TABLE found USING fts5(
    words, content='', contentless_delete=1, detail=none, prefix='1 2 3',
    tokenize="ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\]^_`{|}~'"
);
INSERT INTO found (rowid, words) SELECT id, ';' || type || ' ' || words FROM entity;
-- Rows whose words aren't there yet, or are other ones there: each change of the index alone costs as much as that of a
-- hundred rows together.
CREATE TABLE reworded (
    id INTEGER PRIMARY KEY
) STRICT;
