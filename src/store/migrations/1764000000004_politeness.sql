-- Up Migration

-- How a feed is paced --------------------------------------------------------------------------------------------------

ALTER TABLE wire.feeds
  ADD COLUMN failure_score double precision NOT NULL DEFAULT 0 CHECK (failure_score >= 0),
  ADD COLUMN news_gap_seconds double precision CHECK (news_gap_seconds >= 0),
  ADD COLUMN moved_to text;
COMMENT ON COLUMN wire.feeds.failure_score IS 'How unreliable the feed has been of late: a failure adds up to 1, a good poll halves it. The pause after a failure grows with it, so that a flaky feed is not forgiven at its first success.';
COMMENT ON COLUMN wire.feeds.news_gap_seconds IS 'Smoothed seconds between two polls that brought something; null until there were two. A quiet feed is asked less often, within its bounds.';
COMMENT ON COLUMN wire.feeds.moved_to IS 'Where the source says, by permanent redirects seen again and again, that the feed now lives; for the operator, who changes the settings. Null when it has not moved.';

CREATE TABLE wire.hosts (
  host        text PRIMARY KEY,
  not_before  timestamptz NOT NULL,
  reason      text NOT NULL
);
COMMENT ON TABLE wire.hosts IS 'Hosts that asked for patience: none of their feeds is polled before the time. Rows whose time is over mean nothing.';
COMMENT ON COLUMN wire.hosts.host IS 'Host as in wire.feeds.host.';
COMMENT ON COLUMN wire.hosts.not_before IS 'When its feeds may be polled again.';
COMMENT ON COLUMN wire.hosts.reason IS 'What it answered, without secrets.';

-- WebSub ---------------------------------------------------------------------------------------------------------------

CREATE TABLE wire.subscriptions (
  feed_id           bigint PRIMARY KEY REFERENCES wire.feeds (id) ON DELETE CASCADE,
  hub               text NOT NULL,
  topic             text NOT NULL,
  token             text NOT NULL UNIQUE,
  secret            text NOT NULL,
  state             text NOT NULL DEFAULT 'wanted' CHECK (state IN ('wanted', 'asked', 'active', 'refused')),
  next_try_at       timestamptz NOT NULL DEFAULT now(),
  tries             integer NOT NULL DEFAULT 0,
  active_until      timestamptz,
  last_delivery_at  timestamptz,
  last_missed_at    timestamptz,
  deliveries        bigint NOT NULL DEFAULT 0,
  discarded         bigint NOT NULL DEFAULT 0,
  detail            text
);
CREATE INDEX subscriptions_due ON wire.subscriptions (next_try_at);
COMMENT ON TABLE wire.subscriptions IS 'WebSub: the hubs that are asked to send what feeds offer. Polling goes on underneath, more slowly.';
COMMENT ON COLUMN wire.subscriptions.feed_id IS 'The feed.';
COMMENT ON COLUMN wire.subscriptions.hub IS 'Address of the hub, as the feed named it.';
COMMENT ON COLUMN wire.subscriptions.topic IS 'What is subscribed to: the address the feed gives itself (rel=self).';
COMMENT ON COLUMN wire.subscriptions.token IS 'Last part of the callback address: random, known to the hub alone.';
COMMENT ON COLUMN wire.subscriptions.secret IS 'Random secret this program made for this subscription; the hub signs with it. Worth nothing anywhere else.';
COMMENT ON COLUMN wire.subscriptions.state IS 'wanted: to be asked for. asked: the hub has yet to verify. active: verified. refused: the hub said no, asked again in a day.';
COMMENT ON COLUMN wire.subscriptions.next_try_at IS 'When the hub is asked again: for the first time, after a failure, to renew.';
COMMENT ON COLUMN wire.subscriptions.tries IS 'Times the hub was asked since it last verified.';
COMMENT ON COLUMN wire.subscriptions.active_until IS 'End of the lease the hub gave.';
COMMENT ON COLUMN wire.subscriptions.last_delivery_at IS 'When a signed document last came.';
COMMENT ON COLUMN wire.subscriptions.last_missed_at IS 'When a poll last found something new that the hub had not announced by a delivery; polling stays at full pace until it delivers again.';
COMMENT ON COLUMN wire.subscriptions.deliveries IS 'Signed documents taken.';
COMMENT ON COLUMN wire.subscriptions.discarded IS 'Documents discarded: signature absent, wrong or of an unknown kind, or nothing in them.';
COMMENT ON COLUMN wire.subscriptions.detail IS 'What the hub last said when it said no, without secrets.';

-- Pages of feed entries ------------------------------------------------------------------------------------------------

CREATE TABLE wire.pages (
  feed_id       bigint NOT NULL REFERENCES wire.feeds (id) ON DELETE CASCADE,
  url           text NOT NULL,
  mark          text NOT NULL DEFAULT '',
  digest        bytea,
  received_on   date,
  content_type  text,
  refused       text,
  checked_at    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (feed_id, url)
);
COMMENT ON TABLE wire.pages IS 'Pages fetched for the entries of feeds with fullText: a feed that offers an entry again offers it with the same page, and no page is fetched twice for one state of its entry.';
COMMENT ON COLUMN wire.pages.feed_id IS 'The feed.';
COMMENT ON COLUMN wire.pages.url IS 'Link of the entry, without secrets.';
COMMENT ON COLUMN wire.pages.mark IS 'State of the entry for which it was fetched, as the feed tells it: its time of change. Another mark is reason to fetch again.';
COMMENT ON COLUMN wire.pages.digest IS 'The capture, with received_on; null while no page could be had.';
COMMENT ON COLUMN wire.pages.received_on IS 'Newest UTC day under which the capture is kept.';
COMMENT ON COLUMN wire.pages.content_type IS 'Content type as the transport gave it.';
COMMENT ON COLUMN wire.pages.refused IS 'Why the page may not or cannot be had, as an error code: not waited for until a day after checked_at.';
COMMENT ON COLUMN wire.pages.checked_at IS 'When it was fetched or refused.';
