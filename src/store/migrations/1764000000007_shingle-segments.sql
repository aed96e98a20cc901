-- Up Migration

-- Runs of words are hashed, so the rows of a new caption fell all over an index that grows with the archive: each dirtied
-- some sixteen pages nobody else had touched since the last checkpoint. The index now begins with the segment of the
-- form: new rows fall into the part of the newest forms, which stays small; older parts are only read.

CREATE FUNCTION wire.shingle_segment(form_id bigint) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN (form_id / 131072)::integer;
COMMENT ON FUNCTION wire.shingle_segment(bigint) IS 'The part of the index of runs of words in which a form stands: 131,072 forms each.';

CREATE TABLE wire.caption_shingles_new (
  segment  integer NOT NULL GENERATED ALWAYS AS (wire.shingle_segment(form_id)) STORED,
  hash     integer NOT NULL,
  form_id  bigint NOT NULL
);
LOCK TABLE wire.caption_shingles IN ACCESS EXCLUSIVE MODE;
INSERT INTO wire.caption_shingles_new (hash, form_id) SELECT hash, form_id FROM wire.caption_shingles;
DROP TABLE wire.caption_shingles;
ALTER TABLE wire.caption_shingles_new RENAME TO caption_shingles;
ALTER TABLE wire.caption_shingles ADD CONSTRAINT caption_shingles_pkey PRIMARY KEY (segment, hash, form_id);
COMMENT ON TABLE wire.caption_shingles IS 'Runs of five words, by which forms find the forms they must be compared with.';
COMMENT ON COLUMN wire.caption_shingles.segment IS 'Part of the index: wire.shingle_segment(form_id). Look-ups name all segments.';
COMMENT ON COLUMN wire.caption_shingles.hash IS 'Hash of the run.';
COMMENT ON COLUMN wire.caption_shingles.form_id IS 'A form that holds it.';
