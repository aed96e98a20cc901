-- Up Migration

-- Nothing here refers to wire.stories by a foreign key: its check would lock story rows that the recording transaction
-- locks in an order of its own. Stories are never deleted.

CREATE TABLE wire.copy_work (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  story_id    bigint NOT NULL,
  step        text NOT NULL DEFAULT 'print' CHECK (step IN ('print', 'compare')),
  gone        integer[] NOT NULL DEFAULT '{}',
  tries       integer NOT NULL DEFAULT 0,
  next_try_at timestamptz NOT NULL DEFAULT now(),
  queued_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX copy_work_step ON wire.copy_work (step, id);
COMMENT ON TABLE wire.copy_work IS 'Stories whose shown text is not yet compared with other outlets. Written in the transaction that records a revision; a story may stand here several times.';
COMMENT ON COLUMN wire.copy_work.id IS 'Order of writing.';
COMMENT ON COLUMN wire.copy_work.story_id IS 'The story.';
COMMENT ON COLUMN wire.copy_work.step IS 'print: its text has to be read. compare: its print stands, or what recurs around it has changed; it is to be compared.';
COMMENT ON COLUMN wire.copy_work.gone IS 'Sketch hashes that it had before and has no more: what recurs in its source is counted anew.';
COMMENT ON COLUMN wire.copy_work.tries IS 'How often it failed.';
COMMENT ON COLUMN wire.copy_work.next_try_at IS 'Not before this time.';
COMMENT ON COLUMN wire.copy_work.queued_at IS 'When it was left here.';

CREATE SEQUENCE wire.copy_stamp;
CREATE TABLE wire.copy_prints (
  story_id       bigint PRIMARY KEY,
  revision       integer NOT NULL,
  revision_count integer NOT NULL,
  outlet         text NOT NULL,
  source         integer NOT NULL,
  identity       text NOT NULL,
  own_agency     text,
  page           boolean NOT NULL,
  made_from      timestamptz,
  made_to        timestamptz,
  words          integer NOT NULL,
  marks          integer NOT NULL,
  stamp          bigint NOT NULL
);
COMMENT ON TABLE wire.copy_prints IS 'What a story''s text was read as when it was last compared: one row a story that has text of its own.';
COMMENT ON COLUMN wire.copy_prints.story_id IS 'The story.';
COMMENT ON COLUMN wire.copy_prints.revision IS 'The revision that was read: the best one, also while the story is killed.';
COMMENT ON COLUMN wire.copy_prints.revision_count IS 'Revisions the story had then; a reading of fewer never replaces one of more.';
COMMENT ON COLUMN wire.copy_prints.outlet IS 'Who published it: an authority or the host of its address.';
COMMENT ON COLUMN wire.copy_prints.source IS 'Digest of the outlet.';
COMMENT ON COLUMN wire.copy_prints.identity IS 'Authority and uri, for an order that does not depend on arrival.';
COMMENT ON COLUMN wire.copy_prints.own_agency IS 'The agency, when the outlet is the agency itself.';
COMMENT ON COLUMN wire.copy_prints.page IS 'Read from a page and not from a feed of stories.';
COMMENT ON COLUMN wire.copy_prints.made_from IS 'First time the story gives.';
COMMENT ON COLUMN wire.copy_prints.made_to IS 'Last time the story gives.';
COMMENT ON COLUMN wire.copy_prints.words IS 'Words of its own, without dateline, credit lines and tail; 0 when there are none any more.';
COMMENT ON COLUMN wire.copy_prints.marks IS 'Hashes in its sketch.';
COMMENT ON COLUMN wire.copy_prints.stamp IS 'Raised whenever its text or what recurs in it changes; a comparison holds while both stamps stand.';

CREATE TABLE wire.copy_marks (
  story_id bigint NOT NULL,
  hash     integer NOT NULL,
  is_name  boolean NOT NULL DEFAULT false,
  source   integer NOT NULL,
  lede     integer NOT NULL,
  recurs   boolean NOT NULL DEFAULT false,
  PRIMARY KEY (story_id, hash, is_name)
);
CREATE INDEX copy_marks_hash ON wire.copy_marks (hash, is_name, story_id) WHERE NOT recurs;
CREATE INDEX copy_marks_source ON wire.copy_marks (source, hash, lede) WHERE NOT is_name;
COMMENT ON TABLE wire.copy_marks IS 'The sketch of each story: hashes by which stories with the same text find each other.';
COMMENT ON COLUMN wire.copy_marks.story_id IS 'The story.';
COMMENT ON COLUMN wire.copy_marks.hash IS 'Digest of a run of five words, or of an id or address.';
COMMENT ON COLUMN wire.copy_marks.is_name IS 'True for an id or address.';
COMMENT ON COLUMN wire.copy_marks.source IS 'Digest of the outlet.';
COMMENT ON COLUMN wire.copy_marks.lede IS 'Digest of the first words of the story; stories that begin alike count once.';
COMMENT ON COLUMN wire.copy_marks.recurs IS 'Stands in three or more stories of the source that begin differently: boilerplate, which is not compared.';

CREATE TABLE wire.copy_pairs (
  a         bigint NOT NULL,
  b         bigint NOT NULL,
  relation  text NOT NULL CHECK (relation IN ('same-copy', 'version', 'related')),
  a_in_b    real NOT NULL,
  b_in_a    real NOT NULL,
  passages  jsonb NOT NULL,
  reasons   text[] NOT NULL,
  a_stamp   bigint NOT NULL,
  b_stamp   bigint NOT NULL,
  PRIMARY KEY (a, b),
  CHECK (a < b)
);
CREATE INDEX copy_pairs_b ON wire.copy_pairs (b);
COMMENT ON TABLE wire.copy_pairs IS 'Two stories that share text, as last compared. Different ones are not kept.';
COMMENT ON COLUMN wire.copy_pairs.a IS 'The story with the lower number.';
COMMENT ON COLUMN wire.copy_pairs.b IS 'The other story.';
COMMENT ON COLUMN wire.copy_pairs.relation IS 'same-copy, version, related.';
COMMENT ON COLUMN wire.copy_pairs.a_in_b IS 'Part of a''s own text that stands in b, 0 to 1.';
COMMENT ON COLUMN wire.copy_pairs.b_in_a IS 'Part of b''s own text that stands in a, 0 to 1.';
COMMENT ON COLUMN wire.copy_pairs.passages IS 'Shared passages: [[from, to in a, from, to in b]], characters of the bodies compared.';
COMMENT ON COLUMN wire.copy_pairs.reasons IS 'Why, in words.';
COMMENT ON COLUMN wire.copy_pairs.a_stamp IS 'Stamp of a''s print when they were compared.';
COMMENT ON COLUMN wire.copy_pairs.b_stamp IS 'Stamp of b''s print when they were compared.';

CREATE TABLE wire.copy_groups (
  id               bigint PRIMARY KEY,
  canonical_story  bigint NOT NULL,
  canonical_reason text NOT NULL,
  members          integer NOT NULL,
  changed_at       timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE wire.copy_groups IS 'Stories of several outlets with the same text. What a group holds depends on the stories alone, not on the order in which they came.';
COMMENT ON COLUMN wire.copy_groups.id IS 'The lowest story number among the members.';
COMMENT ON COLUMN wire.copy_groups.canonical_story IS 'The agency''s own record where there is one, else the earliest, then the fullest.';
COMMENT ON COLUMN wire.copy_groups.canonical_reason IS 'Why that one, in words.';
COMMENT ON COLUMN wire.copy_groups.members IS 'How many stories.';
COMMENT ON COLUMN wire.copy_groups.changed_at IS 'When a story last came, went or changed its place.';

CREATE TABLE wire.copy_members (
  story_id      bigint PRIMARY KEY,
  group_id      bigint NOT NULL,
  place         integer NOT NULL,
  relation      text NOT NULL CHECK (relation IN ('canonical', 'same-copy')),
  compared_with bigint,
  own_record    boolean NOT NULL,
  UNIQUE (group_id, place) DEFERRABLE INITIALLY DEFERRED
);
COMMENT ON TABLE wire.copy_members IS 'The stories of each copy group.';
COMMENT ON COLUMN wire.copy_members.story_id IS 'The story; it is in one group at most.';
COMMENT ON COLUMN wire.copy_members.group_id IS 'The group.';
COMMENT ON COLUMN wire.copy_members.place IS 'Order within the group; 1 is the canonical story.';
COMMENT ON COLUMN wire.copy_members.relation IS 'canonical, or same-copy.';
COMMENT ON COLUMN wire.copy_members.compared_with IS 'The member whose pair with it is shown: the canonical one, else the nearest. Null for the canonical story.';
COMMENT ON COLUMN wire.copy_members.own_record IS 'The agency itself published it.';

-- Stories that were recorded before.
INSERT INTO wire.copy_work (story_id)
SELECT id FROM wire.stories WHERE current_revision IS NOT NULL ORDER BY id;

-- What readers see --------------------------------------------------------------------------------------------------

CREATE OR REPLACE VIEW wire_v1.stories AS
SELECT s.id, s.authority, s.uri, s.type,
       CASE WHEN s.status IN ('usable', 'embargoed') AND s.embargoed_until > now() THEN 'embargoed'
            WHEN s.status = 'embargoed' AND s.embargoed_until <= now() THEN 'usable'
            ELSE s.status END AS status,
       s.publishable, s.not_publishable, s.embargoed_until, s.expires, s.editorial_type, s.headline, s.slug, s.take_key,
       s.byline, s.dateline, s.language, s.urgency, s.version, s.version_created, s.first_created,
       s.current_revision AS revision, s.revision_count, s.first_seen_at, s.changed_at,
       f.name AS feed,
       -- A reader who forgets to look at the status has nothing to print.
       CASE WHEN s.status NOT IN ('canceled', 'withheld') THEN r.body_html END AS body_html,
       CASE WHEN s.status NOT IN ('canceled', 'withheld') THEN r.body_text END AS body_text,
       r.item,
       m.group_id AS copy_group, m.place AS copy_place, m.relation AS copy_relation,
       CASE WHEN p.a = s.id THEN p.a_in_b ELSE p.b_in_a END AS copy_measure,
       g.members - 1 AS copies,
       CASE WHEN m.group_id IS NOT NULL THEN (
         SELECT min(k.status) FROM wire.copy_members o JOIN wire.stories k ON k.id = o.story_id
         WHERE o.group_id = m.group_id AND (o.own_record OR o.place = 1) AND k.status IN ('canceled', 'withheld')
       ) END AS copy_closed
FROM wire.stories s
JOIN wire.feeds f ON f.id = s.feed_id
JOIN wire.revisions r ON r.born = s.born AND r.story_id = s.id AND r.revision = s.current_revision
LEFT JOIN wire.copy_members m ON m.story_id = s.id
LEFT JOIN wire.copy_groups g ON g.id = m.group_id
LEFT JOIN wire.copy_pairs p ON p.a = least(s.id, m.compared_with) AND p.b = greatest(s.id, m.compared_with)
  AND m.compared_with IS NOT NULL;
COMMENT ON COLUMN wire_v1.stories.copy_group IS 'Stories of several outlets with the same text share this number; null for a story that stands alone or is not yet compared.';
COMMENT ON COLUMN wire_v1.stories.copy_place IS 'Order within the copy group; 1 is the canonical story: the agency''s own record where there is one, else the earliest.';
COMMENT ON COLUMN wire_v1.stories.copy_relation IS 'canonical or same-copy.';
COMMENT ON COLUMN wire_v1.stories.copy_measure IS 'Part of its own text that stands in the member it was compared with, 0 to 1; null for the canonical story.';
COMMENT ON COLUMN wire_v1.stories.copies IS 'How many other stories carry the same text.';
COMMENT ON COLUMN wire_v1.stories.copy_closed IS 'canceled or withheld when the agency has killed or withheld the story of which this is a copy: do not print it unseen.';

CREATE OR REPLACE VIEW wire_v1.publishable AS
SELECT * FROM wire_v1.stories
WHERE publishable AND status = 'usable' AND (expires IS NULL OR expires > now());

CREATE VIEW wire_v1.one_per_group AS
SELECT p.* FROM wire_v1.publishable p
WHERE p.copy_group IS NULL OR NOT EXISTS (
  SELECT FROM wire.copy_members o JOIN wire.stories k ON k.id = o.story_id
  WHERE o.group_id = p.copy_group AND o.place < p.copy_place AND k.publishable AND k.status IN ('usable', 'embargoed')
    AND (k.embargoed_until IS NULL OR k.embargoed_until <= now()) AND (k.expires IS NULL OR k.expires > now())
    AND (k.status = 'usable' OR k.embargoed_until IS NOT NULL));
COMMENT ON VIEW wire_v1.one_per_group IS 'What may be printed now, each text once: stories in no copy group, and of each group the first member that may be printed. Look at copy_closed before printing.';

CREATE VIEW wire_v1.copy_groups AS
SELECT g.id, g.canonical_story, g.canonical_reason, s.headline, g.members,
       (SELECT array_agg(DISTINCT p.outlet ORDER BY p.outlet) FROM wire.copy_members o
        JOIN wire.copy_prints p ON p.story_id = o.story_id WHERE o.group_id = g.id) AS outlets,
       (SELECT min(k.status) FROM wire.copy_members o JOIN wire.stories k ON k.id = o.story_id
        WHERE o.group_id = g.id AND (o.own_record OR o.place = 1) AND k.status IN ('canceled', 'withheld')) AS closed,
       g.changed_at
FROM wire.copy_groups g JOIN wire.stories s ON s.id = g.canonical_story;
COMMENT ON VIEW wire_v1.copy_groups IS 'Texts that several outlets carry.';
COMMENT ON COLUMN wire_v1.copy_groups.id IS 'The lowest story number among the members; copy_group of the stories.';
COMMENT ON COLUMN wire_v1.copy_groups.canonical_story IS 'The story that stands for the group.';
COMMENT ON COLUMN wire_v1.copy_groups.canonical_reason IS 'Why that one, in words.';
COMMENT ON COLUMN wire_v1.copy_groups.headline IS 'Its headline.';
COMMENT ON COLUMN wire_v1.copy_groups.members IS 'How many stories.';
COMMENT ON COLUMN wire_v1.copy_groups.outlets IS 'Who carries it.';
COMMENT ON COLUMN wire_v1.copy_groups.closed IS 'canceled or withheld when the agency''s own record or the canonical story was killed or withheld.';
COMMENT ON COLUMN wire_v1.copy_groups.changed_at IS 'When a story last came, went or changed its place.';

CREATE VIEW wire_v1.copies AS
SELECT v.story_id, v.other_story, v.relation, v.own_part, v.other_part, v.passages, v.reasons,
       m.group_id AS copy_group, v.other_outlet
FROM (
  SELECT p.a AS story_id, p.b AS other_story, p.relation, p.a_in_b AS own_part, p.b_in_a AS other_part, p.passages,
         p.reasons, q.outlet AS other_outlet
  FROM wire.copy_pairs p JOIN wire.copy_prints q ON q.story_id = p.b
  UNION ALL
  SELECT p.b, p.a, p.relation, p.b_in_a, p.a_in_b,
         (SELECT coalesce(jsonb_agg(jsonb_build_array(e->2, e->3, e->0, e->1) ORDER BY n), '[]')
          FROM jsonb_array_elements(p.passages) WITH ORDINALITY AS x (e, n)),
         p.reasons, q.outlet
  FROM wire.copy_pairs p JOIN wire.copy_prints q ON q.story_id = p.a
) v
LEFT JOIN wire.copy_members m ON m.story_id = v.story_id AND v.relation = 'same-copy';
COMMENT ON VIEW wire_v1.copies IS 'For each story the stories of other outlets that share text with it.';
COMMENT ON COLUMN wire_v1.copies.story_id IS 'The story.';
COMMENT ON COLUMN wire_v1.copies.other_story IS 'The other story.';
COMMENT ON COLUMN wire_v1.copies.relation IS 'same-copy: the same text, whole, trimmed, localised or updated. version: an earlier or later telling with the same lede. related: shares text and a slug.';
COMMENT ON COLUMN wire_v1.copies.own_part IS 'Part of the story''s own text that stands in the other, 0 to 1.';
COMMENT ON COLUMN wire_v1.copies.other_part IS 'Part of the other''s own text that stands in the story, 0 to 1.';
COMMENT ON COLUMN wire_v1.copies.passages IS 'Shared passages, longest first: [[from, to in the story, from, to in the other]], characters of body_text of the revisions compared.';
COMMENT ON COLUMN wire_v1.copies.reasons IS 'Why, in words.';
COMMENT ON COLUMN wire_v1.copies.copy_group IS 'The copy group of both, when the relation is same-copy.';
COMMENT ON COLUMN wire_v1.copies.other_outlet IS 'Who published the other: an authority or the host of its address.';

-- The columns of one_per_group are those of stories, and so are their comments.
DO $$
DECLARE c record;
BEGIN
  FOR c IN SELECT attname, col_description(attrelid, attnum) AS words FROM pg_attribute
           WHERE attrelid = 'wire_v1.stories'::regclass AND attnum > 0 AND NOT attisdropped LOOP
    EXECUTE format('COMMENT ON COLUMN wire_v1.one_per_group.%I IS %L', c.attname, c.words);
  END LOOP;
END $$;
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'wire_reader') THEN
    GRANT SELECT ON wire_v1.one_per_group, wire_v1.copy_groups, wire_v1.copies TO wire_reader;
  END IF;
END $$;
