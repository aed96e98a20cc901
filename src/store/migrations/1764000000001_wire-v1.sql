-- Up Migration

CREATE SCHEMA IF NOT EXISTS wire_v1;
COMMENT ON SCHEMA wire_v1 IS 'What downstream reads. Columns are only ever added; what must change goes into wire_v2 beside it.';

CREATE VIEW wire_v1.stories AS
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
       r.item
FROM wire.stories s
JOIN wire.feeds f ON f.id = s.feed_id
JOIN wire.revisions r ON r.born = s.born AND r.story_id = s.id AND r.revision = s.current_revision;
COMMENT ON VIEW wire_v1.stories IS 'Every story in its current state, also those that must not be printed: look at status and publishable, or read wire_v1.publishable.';
COMMENT ON COLUMN wire_v1.stories.id IS 'Number of the story.';
COMMENT ON COLUMN wire_v1.stories.authority IS 'Who gave out the uri; empty when it is globally unique.';
COMMENT ON COLUMN wire_v1.stories.uri IS 'The agency''s stable id.';
COMMENT ON COLUMN wire_v1.stories.type IS 'text, picture, graphic, video, audio, composite.';
COMMENT ON COLUMN wire_v1.stories.status IS 'usable, embargoed, withheld or canceled, now: an embargo that has passed reads as usable.';
COMMENT ON COLUMN wire_v1.stories.publishable IS 'False for advisories, banners, kill notices.';
COMMENT ON COLUMN wire_v1.stories.not_publishable IS 'Why it is not publishable.';
COMMENT ON COLUMN wire_v1.stories.embargoed_until IS 'End of the embargo; infinity when none was given.';
COMMENT ON COLUMN wire_v1.stories.expires IS 'When the agency no longer considers it publishable.';
COMMENT ON COLUMN wire_v1.stories.editorial_type IS 'lead, correction, kill ...';
COMMENT ON COLUMN wire_v1.stories.headline IS 'Headline.';
COMMENT ON COLUMN wire_v1.stories.slug IS 'Slug without cycle and take.';
COMMENT ON COLUMN wire_v1.stories.take_key IS 'Take as printed: 8th Ld-Writethru.';
COMMENT ON COLUMN wire_v1.stories.byline IS 'Byline as printed.';
COMMENT ON COLUMN wire_v1.stories.dateline IS 'Dateline as printed, without the agency.';
COMMENT ON COLUMN wire_v1.stories.language IS 'BCP 47.';
COMMENT ON COLUMN wire_v1.stories.urgency IS '1 (flash) to 9.';
COMMENT ON COLUMN wire_v1.stories.version IS 'The agency''s version as sent.';
COMMENT ON COLUMN wire_v1.stories.version_created IS 'When the agency made this version.';
COMMENT ON COLUMN wire_v1.stories.first_created IS 'When the agency made the story, by its own account.';
COMMENT ON COLUMN wire_v1.stories.revision IS 'Revision shown, as in wire_v1.revisions.';
COMMENT ON COLUMN wire_v1.stories.revision_count IS 'Revisions received.';
COMMENT ON COLUMN wire_v1.stories.first_seen_at IS 'When it first arrived here.';
COMMENT ON COLUMN wire_v1.stories.changed_at IS 'When its current state last changed here.';
COMMENT ON COLUMN wire_v1.stories.feed IS 'Feed that brought it first.';
COMMENT ON COLUMN wire_v1.stories.body_html IS 'Sanitised body; null while the story is killed or withheld (wire_v1.revisions has it).';
COMMENT ON COLUMN wire_v1.stories.body_text IS 'Body as text, paragraphs parted by blank lines; null while the story is killed or withheld.';
COMMENT ON COLUMN wire_v1.stories.item IS 'The canonical item without its body.';

CREATE VIEW wire_v1.publishable AS
SELECT * FROM wire_v1.stories
WHERE publishable AND status = 'usable' AND (expires IS NULL OR expires > now());
COMMENT ON VIEW wire_v1.publishable IS 'Only what may be printed now: usable, publishable, no embargo running, not expired.';

CREATE VIEW wire_v1.revisions AS
SELECT r.story_id, r.revision, r.version, r.etag, r.version_created, r.status, r.publishable, r.editorial_type,
       r.headline, r.body_html, r.body_text, r.item, r.format, r.outcome, f.name AS feed, r.recorded_at
FROM wire.revisions r JOIN wire.feeds f ON f.id = r.feed_id;
COMMENT ON VIEW wire_v1.revisions IS 'Every state of every story that was received, in order of arrival.';
COMMENT ON COLUMN wire_v1.revisions.story_id IS 'The story.';
COMMENT ON COLUMN wire_v1.revisions.revision IS 'Order of arrival within the story, from 1.';
COMMENT ON COLUMN wire_v1.revisions.version IS 'The agency''s version as sent.';
COMMENT ON COLUMN wire_v1.revisions.etag IS 'The agency''s fingerprint.';
COMMENT ON COLUMN wire_v1.revisions.version_created IS 'When the agency made it.';
COMMENT ON COLUMN wire_v1.revisions.status IS 'Status it asked for.';
COMMENT ON COLUMN wire_v1.revisions.publishable IS 'Whether it is a story at all.';
COMMENT ON COLUMN wire_v1.revisions.editorial_type IS 'lead, correction, kill ...';
COMMENT ON COLUMN wire_v1.revisions.headline IS 'Headline.';
COMMENT ON COLUMN wire_v1.revisions.body_html IS 'Sanitised body.';
COMMENT ON COLUMN wire_v1.revisions.body_text IS 'Body as text.';
COMMENT ON COLUMN wire_v1.revisions.item IS 'The canonical item without its body.';
COMMENT ON COLUMN wire_v1.revisions.format IS 'Format it was read from.';
COMMENT ON COLUMN wire_v1.revisions.outcome IS 'What it did when it came: new, revised, stale, killed.';
COMMENT ON COLUMN wire_v1.revisions.feed IS 'Feed that brought it.';
COMMENT ON COLUMN wire_v1.revisions.recorded_at IS 'When it was committed here.';

CREATE VIEW wire_v1.captions AS
SELECT c.id, c.story_id, c.text, c.credit, c.photographer, c.agency, c.flags, c.media_uris,
       (s.current_revision = ANY (m.revisions)) AS is_current, m.mention_count, m.mentions
FROM wire.captions c
JOIN wire.stories s ON s.id = c.story_id
CROSS JOIN LATERAL (
  SELECT count(*)::integer AS mention_count, array_agg(DISTINCT n.revision) AS revisions,
         jsonb_agg(jsonb_strip_nulls(jsonb_build_object('revision', n.revision, 'position', n.position, 'raw', n.raw,
           'credit', n.credit, 'role', n.role, 'mediaUri', n.media_uri, 'attached', n.attached))
           ORDER BY n.revision, n.position) AS mentions
  FROM wire.mentions n WHERE n.born = s.born AND n.caption_id = c.id
) m;
COMMENT ON VIEW wire_v1.captions IS 'One row a caption of a story, with every form in which it was seen.';
COMMENT ON COLUMN wire_v1.captions.id IS 'Number of the caption.';
COMMENT ON COLUMN wire_v1.captions.story_id IS 'The story.';
COMMENT ON COLUMN wire_v1.captions.text IS 'The richest text, without its credit.';
COMMENT ON COLUMN wire_v1.captions.credit IS 'Credit as printed.';
COMMENT ON COLUMN wire_v1.captions.photographer IS 'Who took the picture.';
COMMENT ON COLUMN wire_v1.captions.agency IS 'Agency of the credit.';
COMMENT ON COLUMN wire_v1.captions.flags IS 'file, pool, handout, courtesy.';
COMMENT ON COLUMN wire_v1.captions.media_uris IS 'Pictures it was seen with.';
COMMENT ON COLUMN wire_v1.captions.is_current IS 'Whether the current revision carries it.';
COMMENT ON COLUMN wire_v1.captions.mention_count IS 'How often it was seen.';
COMMENT ON COLUMN wire_v1.captions.mentions IS 'Where and how: [{revision, position, raw, credit, role, mediaUri, attached}].';

CREATE VIEW wire_v1.media AS
SELECT m.story_id, m.uri, m.type, m.renditions, (m.last_revision = s.current_revision) AS is_current
FROM wire.media m JOIN wire.stories s ON s.id = m.story_id;
COMMENT ON VIEW wire_v1.media IS 'Pictures, clips and graphics of each story.';
COMMENT ON COLUMN wire_v1.media.story_id IS 'The story.';
COMMENT ON COLUMN wire_v1.media.uri IS 'The agency''s id of it, else its URL.';
COMMENT ON COLUMN wire_v1.media.type IS 'picture, graphic, video, audio.';
COMMENT ON COLUMN wire_v1.media.renditions IS '[{role, href, mimeType, width, height, bytes}].';
COMMENT ON COLUMN wire_v1.media.is_current IS 'Whether the current revision carries it.';

CREATE VIEW wire_v1.links AS
SELECT l.story_id, l.rel, l.uri, l.version, l.position FROM wire.links l;
COMMENT ON VIEW wire_v1.links IS 'What a story says of other stories.';
COMMENT ON COLUMN wire_v1.links.story_id IS 'The story that says it.';
COMMENT ON COLUMN wire_v1.links.rel IS 'Kind of relation: hasPicture, pictureOf, hasMember, replaces, cancels ...';
COMMENT ON COLUMN wire_v1.links.uri IS 'The other story, by the agency''s id.';
COMMENT ON COLUMN wire_v1.links.version IS 'Version it names.';
COMMENT ON COLUMN wire_v1.links.position IS 'Place in a package or chain of takes, from 0.';

CREATE VIEW wire_v1.changes AS
SELECT c.seq, c.story_id, c.kind, c.revision, c.status, c.recorded_at, c.numbered_at FROM wire.changes c;
COMMENT ON VIEW wire_v1.changes IS 'What changed, numbered without gaps. Read seq > $n ORDER BY seq; LISTEN wire_changes only to be woken.';
COMMENT ON COLUMN wire_v1.changes.seq IS '1, 2, 3 ...';
COMMENT ON COLUMN wire_v1.changes.story_id IS 'The story.';
COMMENT ON COLUMN wire_v1.changes.kind IS 'created, revised, killed, withheld, reopened, released.';
COMMENT ON COLUMN wire_v1.changes.revision IS 'Revision that made the change; null for a release by time.';
COMMENT ON COLUMN wire_v1.changes.status IS 'Status after the change.';
COMMENT ON COLUMN wire_v1.changes.recorded_at IS 'When the change was made.';
COMMENT ON COLUMN wire_v1.changes.numbered_at IS 'When readers could first see it.';

-- The role is the cluster's, not the database's: another database may have made it already, and a database user
-- without the right to make roles must still be able to migrate.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'wire_reader') THEN
    CREATE ROLE wire_reader NOLOGIN;
  END IF;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL;
  WHEN insufficient_privilege THEN
    RAISE NOTICE 'wire_reader was not created: ask an administrator for CREATE ROLE wire_reader NOLOGIN, then migrate again';
END $$;
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'wire_reader') THEN
    GRANT USAGE ON SCHEMA wire_v1 TO wire_reader;
    GRANT SELECT ON ALL TABLES IN SCHEMA wire_v1 TO wire_reader;
    ALTER DEFAULT PRIVILEGES IN SCHEMA wire_v1 GRANT SELECT ON TABLES TO wire_reader;
  END IF;
END $$;
