-- Up Migration

-- Gaps: a state of their own, and what a sequence hole is about -----------------------------------------------------

ALTER TABLE wire.gaps
  ADD COLUMN state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'backfilling', 'closed', 'accepted')),
  ADD COLUMN evidence jsonb,
  ADD COLUMN series text,
  ADD COLUMN low integer,
  ADD COLUMN high integer,
  ADD COLUMN around timestamptz,
  ADD COLUMN tries integer NOT NULL DEFAULT 0,
  ADD COLUMN next_try_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();
UPDATE wire.gaps SET state = 'closed' WHERE closed_at IS NOT NULL;
ALTER TABLE wire.gaps ADD CONSTRAINT closed_with_reason
  CHECK ((state IN ('closed', 'accepted')) = (closed_at IS NOT NULL) AND (closed_at IS NULL OR closed_how IS NOT NULL));
CREATE INDEX gaps_feed ON wire.gaps (feed_id, id);
-- Several processes look: what one has recorded, another must not record again.
CREATE UNIQUE INDEX gaps_hole ON wire.gaps (feed_id, series, low, high, ((around AT TIME ZONE 'utc')::date))
  WHERE kind = 'sequence-hole';
CREATE UNIQUE INDEX gaps_clock ON wire.gaps (feed_id) WHERE kind = 'clock-jump' AND closed_at IS NULL;
COMMENT ON COLUMN wire.gaps.kind IS 'cursor-expired, no-overlap, sequence-hole, clock-jump, or what the source calls it.';
COMMENT ON COLUMN wire.gaps.state IS 'open: nobody knows whether something is missing. backfilling: the stretch is being fetched. closed: nothing is missing any more. accepted: a person decided to live with it.';
COMMENT ON COLUMN wire.gaps.evidence IS 'What was seen, for machines: numbers, times, samples.';
COMMENT ON COLUMN wire.gaps.series IS 'For a sequence hole: the series whose numbers are missing.';
COMMENT ON COLUMN wire.gaps.low IS 'For a sequence hole: the last number had before it.';
COMMENT ON COLUMN wire.gaps.high IS 'For a sequence hole: the first number had behind it.';
COMMENT ON COLUMN wire.gaps.around IS 'For a sequence hole: when the agency sent the number behind it; numbers restart, so they mean something only near this time.';
COMMENT ON COLUMN wire.gaps.tries IS 'How often its backfill failed.';
COMMENT ON COLUMN wire.gaps.next_try_at IS 'When it is tried again to fetch the stretch.';
COMMENT ON COLUMN wire.gaps.changed_at IS 'When its state last changed.';

-- Clocks --------------------------------------------------------------------------------------------------------------

ALTER TABLE wire.feeds ADD COLUMN check_clock boolean NOT NULL DEFAULT true;
COMMENT ON COLUMN wire.feeds.check_clock IS 'Whether dates of this feed that lie in the future, or jump back, open a gap. False for a rehearsal whose day passes faster than ours.';

-- Transmission numbers ----------------------------------------------------------------------------------------------

CREATE TABLE wire.transmissions (
  feed_id  bigint NOT NULL REFERENCES wire.feeds (id) ON DELETE CASCADE,
  series   text NOT NULL,
  sent_on  date NOT NULL,
  number   integer NOT NULL,
  sent_at  timestamptz NOT NULL,
  seen_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (feed_id, series, sent_on, number)
);
CREATE INDEX transmissions_seen ON wire.transmissions (seen_at);
COMMENT ON TABLE wire.transmissions IS 'Numbers that agencies give their transmissions, as they came in: on lines without a way to ask again they are the only sign of loss. Kept for a few weeks.';
COMMENT ON COLUMN wire.transmissions.feed_id IS 'The feed.';
COMMENT ON COLUMN wire.transmissions.series IS 'What is numbered: service letter of a wire, agency, news service.';
COMMENT ON COLUMN wire.transmissions.sent_on IS 'UTC day of sent_at: numbers restart, most of them daily.';
COMMENT ON COLUMN wire.transmissions.number IS 'The number.';
COMMENT ON COLUMN wire.transmissions.sent_at IS 'When the agency sent it by its own account; the time of receipt where it does not say.';
COMMENT ON COLUMN wire.transmissions.seen_at IS 'When it was recorded here.';

-- Rhythm: what a feed usually brings at this hour of this weekday ---------------------------------------------------

CREATE TABLE wire.feed_hours (
  feed_id bigint NOT NULL REFERENCES wire.feeds (id) ON DELETE CASCADE,
  hour    timestamptz NOT NULL,
  news    integer NOT NULL,
  PRIMARY KEY (feed_id, hour)
);
COMMENT ON TABLE wire.feed_hours IS 'News a feed brought, hour by hour: what its silence is judged by. Hours without news have no row.';
COMMENT ON COLUMN wire.feed_hours.feed_id IS 'The feed.';
COMMENT ON COLUMN wire.feed_hours.hour IS 'Beginning of the hour.';
COMMENT ON COLUMN wire.feed_hours.news IS 'Items that were not mere repeats: new, revised, stale, killed.';

CREATE TABLE wire.feed_rhythm (
  feed_id       bigint PRIMARY KEY REFERENCES wire.feeds (id) ON DELETE CASCADE,
  last_news_at  timestamptz,
  watched_since timestamptz NOT NULL DEFAULT now(),
  silent_since  timestamptz,
  usual         real,
  weeks         integer NOT NULL DEFAULT 0,
  checked_at    timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE wire.feed_rhythm IS 'Whether a feed is silent at a time at which it never was, by its own history.';
COMMENT ON COLUMN wire.feed_rhythm.feed_id IS 'The feed.';
COMMENT ON COLUMN wire.feed_rhythm.last_news_at IS 'When it last brought something that was not a repeat.';
COMMENT ON COLUMN wire.feed_rhythm.watched_since IS 'Since when it has been polled well without a long break: silence is judged only while we listened.';
COMMENT ON COLUMN wire.feed_rhythm.silent_since IS 'Since when it has been silent against its habit; null while it is as usual, or still being learned.';
COMMENT ON COLUMN wire.feed_rhythm.usual IS 'Median of what it brought in the same stretch of the weeks before.';
COMMENT ON COLUMN wire.feed_rhythm.weeks IS 'Weeks of history that were compared.';
COMMENT ON COLUMN wire.feed_rhythm.checked_at IS 'When this was last judged.';

-- Breaches: counts that do not add up -------------------------------------------------------------------------------

CREATE TABLE wire.breaches (
  received_on date NOT NULL,
  receipt_id  bigint NOT NULL,
  feed_id     bigint NOT NULL REFERENCES wire.feeds (id) ON DELETE CASCADE,
  what        text NOT NULL,
  found_at    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (received_on, receipt_id, what)
);
COMMENT ON TABLE wire.breaches IS 'Receipts that do not account for what was offered. Must be empty: a row here is a fault of the program. Rows go when the next look finds nothing wrong.';
COMMENT ON COLUMN wire.breaches.received_on IS 'Day of the receipt.';
COMMENT ON COLUMN wire.breaches.receipt_id IS 'The receipt.';
COMMENT ON COLUMN wire.breaches.feed_id IS 'The feed.';
COMMENT ON COLUMN wire.breaches.what IS 'counts: they are not what outcomes list. no-outcome: an item has none. no-story, no-revision: an outcome names one that is not there. no-quarantine: refused without an entry.';
COMMENT ON COLUMN wire.breaches.found_at IS 'When it was found.';

CREATE TABLE wire.count_check (
  single     boolean PRIMARY KEY DEFAULT true CHECK (single),
  checked_to bigint NOT NULL DEFAULT 0,
  checked_at timestamptz
);
INSERT INTO wire.count_check DEFAULT VALUES;
COMMENT ON TABLE wire.count_check IS 'How far the running check of counts has come. One row.';
COMMENT ON COLUMN wire.count_check.single IS 'Keeps it one row.';
COMMENT ON COLUMN wire.count_check.checked_to IS 'Receipts up to this number were checked.';
COMMENT ON COLUMN wire.count_check.checked_at IS 'When the check last ran.';
