-- What lists are narrowed and sorted by, of the types that say so, apart from the wide rows. Which path of a type lies in
-- which column is said by listing. f: values that many rows share, o: values that have an order. '' is no value, NULL is
-- a column that the type doesn't use.
CREATE TABLE listing (
    type text COLLATE "C" PRIMARY KEY,
    paths text COLLATE "C" NOT NULL,
    filled_to bigint NOT NULL
);
CREATE TABLE listed (
    id bigint PRIMARY KEY,
    type text COLLATE "C" NOT NULL,
    active integer NOT NULL,
    within_id bigint,
    changed_at bigint NOT NULL,
    f1 text COLLATE "C", f2 text COLLATE "C", f3 text COLLATE "C", f4 text COLLATE "C",
    f5 text COLLATE "C", f6 text COLLATE "C", f7 text COLLATE "C", f8 text COLLATE "C",
    o1 text COLLATE "C", o2 text COLLATE "C", o3 text COLLATE "C", o4 text COLLATE "C",
    o5 text COLLATE "C", o6 text COLLATE "C", o7 text COLLATE "C", o8 text COLLATE "C"
) WITH (fillfactor = 70);
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

-- Words as they are, the first 200 characters of each, as PostgreSQL takes no more than some 2,000 bytes. The first is the
-- row's type behind a semicolon, which no other word has.
CREATE FUNCTION words_of(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT array_to_tsvector(ARRAY(SELECT left(word, 200) FROM unnest(string_to_array(words, ' ')) AS word WHERE word <> ''))
$$;
CREATE INDEX entity_words ON entity USING gin (words_of(';' || type || ' ' || words)) WITH (gin_pending_list_limit = 512);
