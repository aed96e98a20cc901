-- Up Migration

CREATE SCHEMA IF NOT EXISTS wire;
COMMENT ON SCHEMA wire IS 'Writethru''s own tables. Free to change; readers use wire_v1.';

-- Feeds -----------------------------------------------------------------------------------------------------------

CREATE TABLE wire.feeds (
  id                   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name                 text NOT NULL UNIQUE CHECK (name ~ '^[a-z0-9][a-z0-9._-]{0,62}$'),
  kind                 text NOT NULL,
  authority            text NOT NULL,
  config               jsonb NOT NULL DEFAULT '{}',
  zone                 text,
  interval_seconds     integer NOT NULL DEFAULT 60 CHECK (interval_seconds > 0),
  host                 text,
  enabled              boolean NOT NULL DEFAULT true,
  paused_reason        text,
  cursor               jsonb,
  next_poll_at         timestamptz NOT NULL DEFAULT now(),
  lease_token          uuid,
  lease_until          timestamptz,
  lease_owner          text,
  consecutive_failures integer NOT NULL DEFAULT 0,
  last_polled_at       timestamptz,
  last_success_at      timestamptz,
  last_offer_at        timestamptz,
  last_error_code      text,
  last_error_detail    text,
  last_note            text,
  managed_by           text NOT NULL DEFAULT 'command' CHECK (managed_by IN ('command', 'file')),
  created_at           timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX feeds_due ON wire.feeds (next_poll_at) WHERE enabled;
COMMENT ON TABLE wire.feeds IS 'A source that is polled, watched or pushed to: its settings, where to go on, when next, and how it fares. The schedule lives here and nowhere else.';
COMMENT ON COLUMN wire.feeds.id IS 'Surrogate key.';
COMMENT ON COLUMN wire.feeds.name IS 'The operator''s name for the feed, as used on the command line.';
COMMENT ON COLUMN wire.feeds.kind IS 'Kind of source: ap-media-api, http-feed, directory, local.';
COMMENT ON COLUMN wire.feeds.authority IS 'Who gives out story ids that are not globally unique by themselves. Feeds of one agency share it, so that one story on two feeds stays one story.';
COMMENT ON COLUMN wire.feeds.config IS 'Settings of the source, without secrets: those are named here and read from the environment or files.';
COMMENT ON COLUMN wire.feeds.zone IS 'IANA zone in which times without one are read.';
COMMENT ON COLUMN wire.feeds.interval_seconds IS 'Pause between polls in seconds, where the source does not say itself.';
COMMENT ON COLUMN wire.feeds.host IS 'Host whose limits the feed counts against; null for local folders.';
COMMENT ON COLUMN wire.feeds.enabled IS 'False while paused.';
COMMENT ON COLUMN wire.feeds.paused_reason IS 'Why it is paused, when the program paused it (410, unusable settings).';
COMMENT ON COLUMN wire.feeds.cursor IS 'Where the next poll starts; written in the same transaction as what the last poll brought.';
COMMENT ON COLUMN wire.feeds.next_poll_at IS 'When the feed is due, by this database''s clock.';
COMMENT ON COLUMN wire.feeds.lease_token IS 'Held by the one worker that may poll and move the cursor now.';
COMMENT ON COLUMN wire.feeds.lease_until IS 'When the lease lapses unless renewed.';
COMMENT ON COLUMN wire.feeds.lease_owner IS 'Host and process of the holder, for people.';
COMMENT ON COLUMN wire.feeds.consecutive_failures IS 'Failed polls since the last good one.';
COMMENT ON COLUMN wire.feeds.last_polled_at IS 'End of the last poll, good or bad.';
COMMENT ON COLUMN wire.feeds.last_success_at IS 'End of the last good poll.';
COMMENT ON COLUMN wire.feeds.last_offer_at IS 'When the feed last offered something.';
COMMENT ON COLUMN wire.feeds.last_error_code IS 'Code of the last failure (docs/errors.md); null after a good poll.';
COMMENT ON COLUMN wire.feeds.last_error_detail IS 'Detail of the last failure, without secrets.';
COMMENT ON COLUMN wire.feeds.last_note IS 'Passing note of the source: not modified, quota.';
COMMENT ON COLUMN wire.feeds.managed_by IS 'file: defined in the feeds file, which wins at every start. command: added by hand.';
COMMENT ON COLUMN wire.feeds.created_at IS 'When the feed was added.';

-- Captures and receipts ---------------------------------------------------------------------------------------------

CREATE TABLE wire.captures (
  received_on  date NOT NULL,
  digest       bytea NOT NULL CHECK (octet_length(digest) = 32),
  body         bytea NOT NULL,
  size         integer NOT NULL,
  PRIMARY KEY (received_on, digest)
) PARTITION BY RANGE (received_on);
COMMENT ON TABLE wire.captures IS 'Raw bytes exactly as received, addressed by their content, one copy a day. A partition a day; retention drops whole days.';
COMMENT ON COLUMN wire.captures.received_on IS 'UTC day of receipt, the partition.';
COMMENT ON COLUMN wire.captures.digest IS 'SHA-256 of the bytes.';
COMMENT ON COLUMN wire.captures.body IS 'The bytes; compressed by the server.';
COMMENT ON COLUMN wire.captures.size IS 'Number of bytes.';

CREATE SEQUENCE wire.receipt_id;
CREATE TABLE wire.receipts (
  received_on    date NOT NULL,
  id             bigint NOT NULL DEFAULT nextval('wire.receipt_id'),
  feed_id        bigint NOT NULL REFERENCES wire.feeds (id),
  digest         bytea NOT NULL,
  offer_key      text NOT NULL,
  url            text,
  file_name      text,
  content_type   text,
  received_at    timestamptz NOT NULL DEFAULT now(),
  companions     jsonb,
  state          text NOT NULL DEFAULT 'pending' CHECK (state IN ('waiting', 'pending', 'claimed', 'done')),
  next_try_at    timestamptz NOT NULL DEFAULT now(),
  enqueued_at    timestamptz NOT NULL DEFAULT now(),
  claim_token    uuid,
  claimed_until  timestamptz,
  claims         integer NOT NULL DEFAULT 0,
  offered        integer NOT NULL DEFAULT 0,
  new            integer NOT NULL DEFAULT 0,
  revised        integer NOT NULL DEFAULT 0,
  duplicate      integer NOT NULL DEFAULT 0,
  stale          integer NOT NULL DEFAULT 0,
  killed         integer NOT NULL DEFAULT 0,
  quarantined    integer NOT NULL DEFAULT 0,
  format         text,
  outcomes       jsonb,
  done_at        timestamptz,
  PRIMARY KEY (received_on, id),
  CONSTRAINT nothing_lost CHECK (state <> 'done' OR offered = new + revised + duplicate + stale + killed + quarantined)
) PARTITION BY RANGE (received_on);
CREATE INDEX receipts_open ON wire.receipts (next_try_at) WHERE state <> 'done';
CREATE INDEX receipts_feed ON wire.receipts (feed_id, received_at);
COMMENT ON TABLE wire.receipts IS 'One row for each time a feed offered a document, with what became of every item in it. The constraint nothing_lost is promise 1.';
COMMENT ON COLUMN wire.receipts.received_on IS 'UTC day of receipt, the partition.';
COMMENT ON COLUMN wire.receipts.id IS 'Number of the receipt; with received_on what jobs carry.';
COMMENT ON COLUMN wire.receipts.feed_id IS 'The feed that offered it.';
COMMENT ON COLUMN wire.receipts.digest IS 'The capture, with received_on.';
COMMENT ON COLUMN wire.receipts.offer_key IS 'The source''s own name for the offer: itemid@etag, path, URL.';
COMMENT ON COLUMN wire.receipts.url IS 'Where it came from, without secrets.';
COMMENT ON COLUMN wire.receipts.file_name IS 'Name of the file it came in, for people.';
COMMENT ON COLUMN wire.receipts.content_type IS 'Content type as the transport gave it.';
COMMENT ON COLUMN wire.receipts.received_at IS 'When it was committed here.';
COMMENT ON COLUMN wire.receipts.companions IS 'Further documents that belong to it: [{role, url, digest, contentType, tries}]; digest is absent while it has not been fetched.';
COMMENT ON COLUMN wire.receipts.state IS 'waiting: a companion is still to be fetched. pending: ready. claimed: a worker has it until claimed_until. done: every item is accounted for.';
COMMENT ON COLUMN wire.receipts.next_try_at IS 'Not before this time.';
COMMENT ON COLUMN wire.receipts.enqueued_at IS 'When a job was last made for it; the sweep makes another when nobody came.';
COMMENT ON COLUMN wire.receipts.claim_token IS 'The claim that may finish it.';
COMMENT ON COLUMN wire.receipts.claimed_until IS 'When the claim lapses.';
COMMENT ON COLUMN wire.receipts.claims IS 'How often it was claimed; a document that keeps killing its worker is told by this.';
COMMENT ON COLUMN wire.receipts.offered IS 'Items in the document.';
COMMENT ON COLUMN wire.receipts.new IS 'Items that began a story.';
COMMENT ON COLUMN wire.receipts.revised IS 'Items that became the current state of a known story.';
COMMENT ON COLUMN wire.receipts.duplicate IS 'Items already known to the letter.';
COMMENT ON COLUMN wire.receipts.stale IS 'Items older than the current state: kept as history.';
COMMENT ON COLUMN wire.receipts.killed IS 'Items that closed a story (kill, withhold).';
COMMENT ON COLUMN wire.receipts.quarantined IS 'Items refused, each with a row in quarantine.';
COMMENT ON COLUMN wire.receipts.format IS 'Format the document was read as.';
COMMENT ON COLUMN wire.receipts.outcomes IS 'What became of each item, in order: [{outcome, storyId, revision, uri, code}].';
COMMENT ON COLUMN wire.receipts.done_at IS 'When the last item was accounted for.';

CREATE TABLE wire.quarantine (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  feed_id       bigint NOT NULL REFERENCES wire.feeds (id),
  received_on   date NOT NULL,
  receipt_id    bigint NOT NULL,
  item_index    integer NOT NULL,
  digest        bytea NOT NULL,
  code          text NOT NULL,
  detail        text NOT NULL,
  uri           text,
  format        text,
  raw           bytea NOT NULL,
  content_type  text,
  file_name     text,
  url           text,
  state         text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'retrying', 'resolved', 'dropped')),
  tries         integer NOT NULL DEFAULT 1,
  created_at    timestamptz NOT NULL DEFAULT now(),
  changed_at    timestamptz NOT NULL DEFAULT now(),
  UNIQUE (feed_id, digest, item_index)
);
CREATE INDEX quarantine_receipt ON wire.quarantine (receipt_id);
CREATE INDEX quarantine_open ON wire.quarantine (created_at) WHERE state = 'open';
COMMENT ON TABLE wire.quarantine IS 'Documents and items that were refused, with the code, the place and their own copy of the raw bytes, which outlives the capture.';
COMMENT ON COLUMN wire.quarantine.id IS 'Number used on the command line.';
COMMENT ON COLUMN wire.quarantine.feed_id IS 'The feed that offered it.';
COMMENT ON COLUMN wire.quarantine.received_on IS 'Day of its last receipt.';
COMMENT ON COLUMN wire.quarantine.receipt_id IS 'Its last receipt: a feed may offer the same bytes again and again.';
COMMENT ON COLUMN wire.quarantine.digest IS 'SHA-256 of the raw bytes: the same document from the same feed is one entry.';
COMMENT ON COLUMN wire.quarantine.item_index IS 'Position of the item in the document; -1 for the whole document.';
COMMENT ON COLUMN wire.quarantine.code IS 'Error code, explained in docs/errors.md.';
COMMENT ON COLUMN wire.quarantine.detail IS 'Position and reason.';
COMMENT ON COLUMN wire.quarantine.uri IS 'The agency''s id, when it could be read.';
COMMENT ON COLUMN wire.quarantine.format IS 'Format it was taken for.';
COMMENT ON COLUMN wire.quarantine.raw IS 'The raw bytes of the document.';
COMMENT ON COLUMN wire.quarantine.content_type IS 'Content type as the transport gave it.';
COMMENT ON COLUMN wire.quarantine.file_name IS 'Name of the file it came in.';
COMMENT ON COLUMN wire.quarantine.url IS 'Where it came from, without secrets.';
COMMENT ON COLUMN wire.quarantine.state IS 'open: waits for a person. retrying: sent through again. resolved: a later try went through. dropped: a person decided against it.';
COMMENT ON COLUMN wire.quarantine.tries IS 'How often it was tried.';
COMMENT ON COLUMN wire.quarantine.created_at IS 'When it was first refused.';
COMMENT ON COLUMN wire.quarantine.changed_at IS 'When its state last changed.';

-- Stories -----------------------------------------------------------------------------------------------------------

CREATE TABLE wire.stories (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  authority        text NOT NULL,
  uri              text NOT NULL,
  born             date NOT NULL DEFAULT (now() AT TIME ZONE 'utc')::date,
  feed_id          bigint NOT NULL REFERENCES wire.feeds (id),
  type             text NOT NULL DEFAULT 'text',
  status           text NOT NULL DEFAULT 'usable' CHECK (status IN ('usable', 'embargoed', 'withheld', 'canceled')),
  publishable      boolean NOT NULL DEFAULT false,
  not_publishable  text,
  embargoed_until  timestamptz,
  expires          timestamptz,
  editorial_type   text,
  headline         text,
  slug             text,
  take_key         text,
  byline           text,
  dateline         text,
  language         text,
  urgency          smallint,
  version          text,
  version_created  timestamptz,
  first_created    timestamptz,
  revision_count   integer NOT NULL DEFAULT 0,
  current_revision integer,
  best_revision    integer,
  best_version     text,
  best_created     timestamptz,
  closing_revision integer,
  closing_status   text,
  closing_version  text,
  closing_created  timestamptz,
  closing_bare     boolean,
  first_seen_at    timestamptz NOT NULL DEFAULT now(),
  changed_at       timestamptz NOT NULL DEFAULT now(),
  UNIQUE (authority, uri)
);
CREATE INDEX stories_changed ON wire.stories (changed_at DESC);
CREATE INDEX stories_embargo ON wire.stories (embargoed_until) WHERE status = 'embargoed';
COMMENT ON TABLE wire.stories IS 'One row a story: the chain of everything an agency sent under one identity, and its current state. unique (authority, uri) is promise 2.';
COMMENT ON COLUMN wire.stories.id IS 'Number of the story.';
COMMENT ON COLUMN wire.stories.authority IS 'Who gave out the uri; empty when the uri is globally unique.';
COMMENT ON COLUMN wire.stories.uri IS 'The agency''s stable id, without a version.';
COMMENT ON COLUMN wire.stories.born IS 'UTC day of first sight; the partition of its revisions and mentions.';
COMMENT ON COLUMN wire.stories.feed_id IS 'The feed that brought it first.';
COMMENT ON COLUMN wire.stories.type IS 'text, picture, graphic, video, audio, composite.';
COMMENT ON COLUMN wire.stories.status IS 'usable, embargoed, withheld, canceled: what the agency wants now. An embargo in the past no longer binds; wire_v1 works that out.';
COMMENT ON COLUMN wire.stories.publishable IS 'False for advisories, banners, notices.';
COMMENT ON COLUMN wire.stories.not_publishable IS 'Why it is not publishable.';
COMMENT ON COLUMN wire.stories.embargoed_until IS 'End of the embargo; infinity when the agency gave none.';
COMMENT ON COLUMN wire.stories.expires IS 'When the agency no longer considers it publishable.';
COMMENT ON COLUMN wire.stories.editorial_type IS 'lead, correction, kill ... of the current revision.';
COMMENT ON COLUMN wire.stories.headline IS 'Current headline.';
COMMENT ON COLUMN wire.stories.slug IS 'Slug without cycle and take.';
COMMENT ON COLUMN wire.stories.take_key IS 'Take of the current revision.';
COMMENT ON COLUMN wire.stories.byline IS 'Current byline as printed.';
COMMENT ON COLUMN wire.stories.dateline IS 'Current dateline as printed.';
COMMENT ON COLUMN wire.stories.language IS 'BCP 47.';
COMMENT ON COLUMN wire.stories.urgency IS '1 (flash) to 9.';
COMMENT ON COLUMN wire.stories.version IS 'Version of the current revision as sent.';
COMMENT ON COLUMN wire.stories.version_created IS 'When the agency made the current revision.';
COMMENT ON COLUMN wire.stories.first_created IS 'When the agency made the story, by its own account.';
COMMENT ON COLUMN wire.stories.revision_count IS 'Revisions received so far.';
COMMENT ON COLUMN wire.stories.current_revision IS 'Revision whose content the row shows: the kill while the story is closed, else the best.';
COMMENT ON COLUMN wire.stories.best_revision IS 'Highest revision that closes nothing.';
COMMENT ON COLUMN wire.stories.best_version IS 'Its version.';
COMMENT ON COLUMN wire.stories.best_created IS 'Its version time.';
COMMENT ON COLUMN wire.stories.closing_revision IS 'Highest kill or withhold.';
COMMENT ON COLUMN wire.stories.closing_status IS 'canceled or withheld.';
COMMENT ON COLUMN wire.stories.closing_version IS 'Its version; null when the kill named none.';
COMMENT ON COLUMN wire.stories.closing_created IS 'Its version time.';
COMMENT ON COLUMN wire.stories.closing_bare IS 'It says nothing but closed; the row goes on showing the best revision.';
COMMENT ON COLUMN wire.stories.first_seen_at IS 'When the first revision was committed here.';
COMMENT ON COLUMN wire.stories.changed_at IS 'When the current state last changed here.';

CREATE TABLE wire.revisions (
  born             date NOT NULL,
  story_id         bigint NOT NULL REFERENCES wire.stories (id),
  revision         integer NOT NULL,
  key              bytea NOT NULL CHECK (octet_length(key) = 32),
  version          text,
  etag             text,
  version_created  timestamptz,
  status           text NOT NULL,
  publishable      boolean NOT NULL,
  editorial_type   text,
  headline         text,
  body_html        text,
  body_text        text,
  item             jsonb NOT NULL,
  format           text NOT NULL,
  outcome          text NOT NULL CHECK (outcome IN ('new', 'revised', 'stale', 'killed')),
  feed_id          bigint NOT NULL,
  received_on      date NOT NULL,
  receipt_id       bigint NOT NULL,
  recorded_at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (born, story_id, revision),
  UNIQUE (born, story_id, key)
) PARTITION BY RANGE (born);
COMMENT ON TABLE wire.revisions IS 'Every state of a story that was ever received. A story has one birthday, so unique (born, story_id, key) holds over all partitions: the same revision is never stored twice.';
COMMENT ON COLUMN wire.revisions.born IS 'Birthday of the story, the partition.';
COMMENT ON COLUMN wire.revisions.story_id IS 'The story.';
COMMENT ON COLUMN wire.revisions.revision IS 'Order of arrival within the story, from 1.';
COMMENT ON COLUMN wire.revisions.key IS 'SHA-256 of version, etag and content.';
COMMENT ON COLUMN wire.revisions.version IS 'Version as sent.';
COMMENT ON COLUMN wire.revisions.etag IS 'The agency''s fingerprint of the revision.';
COMMENT ON COLUMN wire.revisions.version_created IS 'When the agency made it.';
COMMENT ON COLUMN wire.revisions.status IS 'Status the revision asks for.';
COMMENT ON COLUMN wire.revisions.publishable IS 'Whether it is a story at all.';
COMMENT ON COLUMN wire.revisions.editorial_type IS 'lead, correction, kill ...';
COMMENT ON COLUMN wire.revisions.headline IS 'Its headline.';
COMMENT ON COLUMN wire.revisions.body_html IS 'Sanitised body.';
COMMENT ON COLUMN wire.revisions.body_text IS 'The body as text, paragraphs parted by blank lines.';
COMMENT ON COLUMN wire.revisions.item IS 'The canonical item without its body.';
COMMENT ON COLUMN wire.revisions.format IS 'Format it was read from.';
COMMENT ON COLUMN wire.revisions.outcome IS 'What it did to the story when it came.';
COMMENT ON COLUMN wire.revisions.feed_id IS 'Feed that brought it.';
COMMENT ON COLUMN wire.revisions.received_on IS 'Day of its receipt.';
COMMENT ON COLUMN wire.revisions.receipt_id IS 'Its receipt, and by that its raw bytes.';
COMMENT ON COLUMN wire.revisions.recorded_at IS 'When it was committed here.';

CREATE TABLE wire.captions (
  id                  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  story_id            bigint NOT NULL REFERENCES wire.stories (id),
  normaliser_version  integer NOT NULL,
  key                 bytea NOT NULL,
  text                text NOT NULL,
  credit              text,
  photographer        text,
  agency              text,
  flags               text[] NOT NULL DEFAULT '{}',
  media_uris          text[] NOT NULL DEFAULT '{}',
  first_revision      integer NOT NULL,
  last_revision       integer NOT NULL,
  UNIQUE (story_id, normaliser_version, key)
);
COMMENT ON TABLE wire.captions IS 'One row a caption of a story, however often and in whatever form it is repeated; every form is kept in mentions.';
COMMENT ON COLUMN wire.captions.id IS 'Number of the caption.';
COMMENT ON COLUMN wire.captions.story_id IS 'The story it belongs to.';
COMMENT ON COLUMN wire.captions.normaliser_version IS 'Version of the caption rules that made the key.';
COMMENT ON COLUMN wire.captions.key IS 'Digest of the normalised words and dates of the richest text.';
COMMENT ON COLUMN wire.captions.text IS 'The richest text seen, without its credit.';
COMMENT ON COLUMN wire.captions.credit IS 'Credit as printed.';
COMMENT ON COLUMN wire.captions.photographer IS 'Who took the picture.';
COMMENT ON COLUMN wire.captions.agency IS 'Agency of the credit.';
COMMENT ON COLUMN wire.captions.flags IS 'file, pool, handout, courtesy.';
COMMENT ON COLUMN wire.captions.media_uris IS 'Pictures it was seen with.';
COMMENT ON COLUMN wire.captions.first_revision IS 'First revision of the story that carried it.';
COMMENT ON COLUMN wire.captions.last_revision IS 'Latest revision, in order of arrival, that carried it.';

CREATE TABLE wire.mentions (
  born          date NOT NULL,
  story_id      bigint NOT NULL,
  revision      integer NOT NULL,
  position      integer NOT NULL,
  caption_id    bigint NOT NULL REFERENCES wire.captions (id) ON DELETE CASCADE,
  raw           text NOT NULL,
  credit        text,
  role          text,
  media_uri     text,
  attached      text NOT NULL,
  PRIMARY KEY (born, story_id, revision, position)
) PARTITION BY RANGE (born);
CREATE INDEX mentions_caption ON wire.mentions (caption_id);
COMMENT ON TABLE wire.mentions IS 'Every place where a caption was seen, in its raw form.';
COMMENT ON COLUMN wire.mentions.born IS 'Birthday of the story, the partition.';
COMMENT ON COLUMN wire.mentions.story_id IS 'The story.';
COMMENT ON COLUMN wire.mentions.revision IS 'The revision it stood in.';
COMMENT ON COLUMN wire.mentions.position IS 'Order within the revision, from 0.';
COMMENT ON COLUMN wire.mentions.caption_id IS 'The caption it is a form of.';
COMMENT ON COLUMN wire.mentions.raw IS 'The text as it stood in the document.';
COMMENT ON COLUMN wire.mentions.credit IS 'Its credit as printed.';
COMMENT ON COLUMN wire.mentions.role IS 'main, media, body, alt, gallery, metadata.';
COMMENT ON COLUMN wire.mentions.media_uri IS 'The picture it stood with.';
COMMENT ON COLUMN wire.mentions.attached IS 'How it came to this caption: first, exact, contained, version, with the reasons.';

CREATE TABLE wire.media (
  story_id        bigint NOT NULL REFERENCES wire.stories (id),
  uri             text NOT NULL,
  type            text NOT NULL,
  renditions      jsonb NOT NULL DEFAULT '[]',
  last_revision   integer NOT NULL,
  PRIMARY KEY (story_id, uri)
);
CREATE INDEX media_uri ON wire.media (uri);
COMMENT ON TABLE wire.media IS 'Pictures, clips and graphics of a story.';
COMMENT ON COLUMN wire.media.story_id IS 'The story.';
COMMENT ON COLUMN wire.media.uri IS 'The agency''s id of the picture or clip, else its URL.';
COMMENT ON COLUMN wire.media.type IS 'picture, graphic, video, audio.';
COMMENT ON COLUMN wire.media.renditions IS 'As [{role, href, mimeType, width, height, bytes}].';
COMMENT ON COLUMN wire.media.last_revision IS 'Latest revision that carried it.';

CREATE TABLE wire.links (
  story_id   bigint NOT NULL REFERENCES wire.stories (id),
  rel        text NOT NULL,
  uri        text NOT NULL,
  version    text,
  position   integer,
  revision   integer NOT NULL,
  PRIMARY KEY (story_id, rel, uri)
);
CREATE INDEX links_uri ON wire.links (uri);
COMMENT ON TABLE wire.links IS 'What a story says of other stories: picture of, member of a package, replaces, cancels.';
COMMENT ON COLUMN wire.links.story_id IS 'The story that says it.';
COMMENT ON COLUMN wire.links.rel IS 'Kind of relation.';
COMMENT ON COLUMN wire.links.uri IS 'The other story, by the agency''s id.';
COMMENT ON COLUMN wire.links.version IS 'Version it names, if any.';
COMMENT ON COLUMN wire.links.position IS 'Place in a package or chain of takes, from 0.';
COMMENT ON COLUMN wire.links.revision IS 'Latest revision that says so.';

-- Changes -----------------------------------------------------------------------------------------------------------

CREATE TABLE wire.outbox (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  story_id    bigint NOT NULL,
  kind        text NOT NULL,
  revision    integer,
  status      text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE wire.outbox IS 'Changes committed but not yet numbered. Written in the transaction that made the change, emptied by the sequencer.';
COMMENT ON COLUMN wire.outbox.id IS 'Order of writing; within one story the order of change.';
COMMENT ON COLUMN wire.outbox.story_id IS 'The story.';
COMMENT ON COLUMN wire.outbox.kind IS 'created, revised, killed, withheld, reopened, released.';
COMMENT ON COLUMN wire.outbox.revision IS 'Revision that made the change.';
COMMENT ON COLUMN wire.outbox.status IS 'Status after the change.';
COMMENT ON COLUMN wire.outbox.recorded_at IS 'When the change was made.';

CREATE TABLE wire.changes (
  seq         bigint PRIMARY KEY,
  story_id    bigint NOT NULL,
  kind        text NOT NULL,
  revision    integer,
  status      text NOT NULL,
  recorded_at timestamptz NOT NULL,
  numbered_at timestamptz NOT NULL DEFAULT clock_timestamp()
) PARTITION BY RANGE (seq);
CREATE INDEX changes_story ON wire.changes (story_id, seq);
COMMENT ON TABLE wire.changes IS 'What changed for readers, numbered without gaps after commit: a cursor seq > $n misses nothing.';
COMMENT ON COLUMN wire.changes.seq IS '1, 2, 3 ... in the order readers see.';
COMMENT ON COLUMN wire.changes.story_id IS 'The story.';
COMMENT ON COLUMN wire.changes.kind IS 'created, revised, killed, withheld, reopened, released.';
COMMENT ON COLUMN wire.changes.revision IS 'Revision that made the change; null for a release by time.';
COMMENT ON COLUMN wire.changes.status IS 'Status after the change.';
COMMENT ON COLUMN wire.changes.recorded_at IS 'When the change was made.';
COMMENT ON COLUMN wire.changes.numbered_at IS 'When readers could first see it.';

CREATE TABLE wire.sequencer (
  single   boolean PRIMARY KEY DEFAULT true CHECK (single),
  last_seq bigint NOT NULL DEFAULT 0
);
INSERT INTO wire.sequencer DEFAULT VALUES;
COMMENT ON TABLE wire.sequencer IS 'The last number given out. One row; its lock fences a second sequencer.';
COMMENT ON COLUMN wire.sequencer.single IS 'Keeps it one row.';
COMMENT ON COLUMN wire.sequencer.last_seq IS 'Last number given.';

-- Gaps and attempts --------------------------------------------------------------------------------------------------

CREATE TABLE wire.gaps (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  feed_id      bigint NOT NULL REFERENCES wire.feeds (id),
  kind         text NOT NULL,
  from_bound   text,
  to_bound     text,
  detail       text NOT NULL,
  opened_at    timestamptz NOT NULL DEFAULT now(),
  closed_at    timestamptz,
  closed_how   text
);
CREATE INDEX gaps_open ON wire.gaps (feed_id) WHERE closed_at IS NULL;
COMMENT ON TABLE wire.gaps IS 'Stretches that a feed may have lost.';
COMMENT ON COLUMN wire.gaps.id IS 'Number of the gap.';
COMMENT ON COLUMN wire.gaps.feed_id IS 'The feed.';
COMMENT ON COLUMN wire.gaps.kind IS 'cursor-expired, no-overlap, sequence-hole, clock-jump.';
COMMENT ON COLUMN wire.gaps.from_bound IS 'Last thing surely had: a time or a sequence number.';
COMMENT ON COLUMN wire.gaps.to_bound IS 'First thing surely had again.';
COMMENT ON COLUMN wire.gaps.detail IS 'What was seen, in words.';
COMMENT ON COLUMN wire.gaps.opened_at IS 'When it was noticed.';
COMMENT ON COLUMN wire.gaps.closed_at IS 'When it was closed.';
COMMENT ON COLUMN wire.gaps.closed_how IS 'backfilled, or what a person said.';

CREATE TABLE wire.attempts (
  at           timestamptz NOT NULL DEFAULT now(),
  stage        text NOT NULL,
  feed_id      bigint,
  received_on  date,
  receipt_id   bigint,
  worker       text NOT NULL,
  milliseconds integer,
  offers       integer,
  code         text,
  detail       text,
  evidence     bytea
) PARTITION BY RANGE (at);
CREATE INDEX attempts_feed ON wire.attempts (feed_id, at);
COMMENT ON TABLE wire.attempts IS 'Every poll, and every failed try at a document, for the person who asks what happened last night.';
COMMENT ON COLUMN wire.attempts.at IS 'When it ended.';
COMMENT ON COLUMN wire.attempts.stage IS 'poll, rendition, parse, record.';
COMMENT ON COLUMN wire.attempts.feed_id IS 'The feed.';
COMMENT ON COLUMN wire.attempts.received_on IS 'Day of the receipt, for a document.';
COMMENT ON COLUMN wire.attempts.receipt_id IS 'The receipt, for a document.';
COMMENT ON COLUMN wire.attempts.worker IS 'Host and process.';
COMMENT ON COLUMN wire.attempts.milliseconds IS 'How long it took.';
COMMENT ON COLUMN wire.attempts.offers IS 'Documents the poll brought.';
COMMENT ON COLUMN wire.attempts.code IS 'Error code; null when it went well.';
COMMENT ON COLUMN wire.attempts.detail IS 'What was seen, without secrets.';
COMMENT ON COLUMN wire.attempts.evidence IS 'The beginning of an answer that was not what the source sends; kept with the first failure of a row of them.';

-- Partitions --------------------------------------------------------------------------------------------------------

-- lz4 costs a fraction of pglz; a server built without it keeps its default.
DO $$
BEGIN
  ALTER TABLE wire.captures ALTER COLUMN body SET COMPRESSION lz4;
  ALTER TABLE wire.revisions ALTER COLUMN body_html SET COMPRESSION lz4;
  ALTER TABLE wire.revisions ALTER COLUMN body_text SET COMPRESSION lz4;
  ALTER TABLE wire.revisions ALTER COLUMN item SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported OR invalid_parameter_value THEN NULL;
END $$;

CREATE FUNCTION wire.ensure_partitions() RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  made integer := 0;
  today date := (now() AT TIME ZONE 'utc')::date;
  d date;
  m date;
  n bigint;
  t text;
BEGIN
  -- One at a time: two workers starting together would both try to create tomorrow.
  PERFORM pg_advisory_xact_lock(7305120, 1);
  FOR d IN SELECT generate_series(today - 1, today + 7, '1 day')::date LOOP
    t := 'captures_' || to_char(d, 'YYYYMMDD');
    IF to_regclass('wire.' || t) IS NULL THEN
      EXECUTE format('CREATE TABLE wire.%I PARTITION OF wire.captures FOR VALUES FROM (%L) TO (%L)', t, d, d + 1);
      made := made + 1;
    END IF;
    t := 'attempts_' || to_char(d, 'YYYYMMDD');
    IF to_regclass('wire.' || t) IS NULL THEN
      EXECUTE format('CREATE TABLE wire.%I PARTITION OF wire.attempts FOR VALUES FROM (%L) TO (%L)', t,
        d::timestamp AT TIME ZONE 'utc', (d + 1)::timestamp AT TIME ZONE 'utc');
      made := made + 1;
    END IF;
  END LOOP;
  FOR m IN SELECT generate_series(date_trunc('month', today - 1), date_trunc('month', today + interval '1 month'), '1 month')::date LOOP
    FOREACH t IN ARRAY ARRAY['receipts', 'revisions', 'mentions'] LOOP
      IF to_regclass(format('wire.%I', t || '_' || to_char(m, 'YYYYMM'))) IS NULL THEN
        EXECUTE format('CREATE TABLE wire.%I PARTITION OF wire.%I FOR VALUES FROM (%L) TO (%L)',
          t || '_' || to_char(m, 'YYYYMM'), t, m, (m + interval '1 month')::date);
        made := made + 1;
      END IF;
    END LOOP;
  END LOOP;
  SELECT last_seq / 1000000 INTO n FROM wire.sequencer;
  FOR i IN n .. n + 1 LOOP
    t := 'changes_' || lpad(i::text, 6, '0');
    IF to_regclass('wire.' || t) IS NULL THEN
      EXECUTE format('CREATE TABLE wire.%I PARTITION OF wire.changes FOR VALUES FROM (%L) TO (%L)', t, i * 1000000, (i + 1) * 1000000);
      made := made + 1;
    END IF;
  END LOOP;
  RETURN made;
END $$;
COMMENT ON FUNCTION wire.ensure_partitions() IS 'Creates the partitions of the coming days, months and change numbers; safe to call at any time by anyone.';

CREATE TABLE wire.captures_default PARTITION OF wire.captures DEFAULT;
CREATE TABLE wire.attempts_default PARTITION OF wire.attempts DEFAULT;
CREATE TABLE wire.receipts_default PARTITION OF wire.receipts DEFAULT;
CREATE TABLE wire.revisions_default PARTITION OF wire.revisions DEFAULT;
CREATE TABLE wire.mentions_default PARTITION OF wire.mentions DEFAULT;
CREATE TABLE wire.changes_default PARTITION OF wire.changes DEFAULT;
SELECT wire.ensure_partitions();
