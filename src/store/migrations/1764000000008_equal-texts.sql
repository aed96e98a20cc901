-- Up Migration

-- Among the fillings of one form a copy shares more runs of words with its twins than with its original, which has the
-- form counted out. Equal texts find each other by their whole body, and those that were cut by how they begin.

ALTER TABLE wire.copy_prints ADD COLUMN body integer NOT NULL DEFAULT 0, ADD COLUMN lede integer NOT NULL DEFAULT 0;
CREATE INDEX copy_prints_body ON wire.copy_prints (body, story_id) WHERE body <> 0;
CREATE INDEX copy_prints_lede ON wire.copy_prints (lede, story_id) WHERE lede <> 0;
COMMENT ON COLUMN wire.copy_prints.body IS 'Digest of all its words, by which equal texts find each other; 0 when there are none.';
COMMENT ON COLUMN wire.copy_prints.lede IS 'Digest of its first twelve words, by which a text and its trims find each other; 0 when there are none.';
COMMENT ON COLUMN wire.copy_members.own_record IS 'The agency itself published it. Two records of one agency are in one group only when they were compared and found the same.';

-- What was compared before is compared anew.
INSERT INTO wire.copy_work (story_id) SELECT story_id FROM wire.copy_prints ORDER BY story_id;
