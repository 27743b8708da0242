-- What a key begins with, up to its second slash (Dirty.lane): each sort of work has its turn, however many keys of others
-- come before it.
ALTER TABLE dirty ADD COLUMN lane text COLLATE "C" GENERATED ALWAYS AS (
    CASE WHEN strpos(substr(item, strpos(item, '/') + 1), '/') > 0
        THEN substr(item, 1, strpos(item, '/') + strpos(substr(item, strpos(item, '/') + 1), '/') - 1)
        ELSE item END
) STORED;
DROP INDEX dirty_due;
CREATE INDEX dirty_due ON dirty (priority, lane, not_before, item);
