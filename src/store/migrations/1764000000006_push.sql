-- Up Migration

CREATE TABLE wire.push_keys (
  feed_id     bigint NOT NULL REFERENCES wire.feeds (id),
  key         bytea NOT NULL CHECK (octet_length(key) = 32),
  digest      bytea NOT NULL CHECK (octet_length(digest) = 32),
  received_on date,
  receipt_id  bigint,
  accepted_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (feed_id, key)
);
CREATE INDEX push_keys_age ON wire.push_keys (accepted_at);
COMMENT ON TABLE wire.push_keys IS 'Requests that were accepted at the push endpoint, so that one sent again gets the same answer and no second receipt. Written in the transaction that stores the document, forgotten after a week.';
COMMENT ON COLUMN wire.push_keys.feed_id IS 'The feed that was pushed to.';
COMMENT ON COLUMN wire.push_keys.key IS 'SHA-256 of the sender''s Idempotency-Key; of the signature where it sent none.';
COMMENT ON COLUMN wire.push_keys.digest IS 'SHA-256 of the document: the same key with another document is refused.';
COMMENT ON COLUMN wire.push_keys.received_on IS 'Day of the receipt that was answered; set in the transaction that makes the row.';
COMMENT ON COLUMN wire.push_keys.receipt_id IS 'The receipt that was answered.';
COMMENT ON COLUMN wire.push_keys.accepted_at IS 'When the first request of this key was committed.';

CREATE TABLE wire.push_refusals (
  feed_id     bigint NOT NULL REFERENCES wire.feeds (id),
  day         date NOT NULL,
  code        text NOT NULL,
  requests    bigint NOT NULL,
  last_at     timestamptz NOT NULL,
  last_detail text NOT NULL,
  PRIMARY KEY (feed_id, day, code)
);
COMMENT ON TABLE wire.push_refusals IS 'Requests the push endpoint refused, as counts: of a request that is not signed nothing else is kept, so that strangers cannot fill the disk.';
COMMENT ON COLUMN wire.push_refusals.feed_id IS 'The feed that was pushed to.';
COMMENT ON COLUMN wire.push_refusals.day IS 'UTC day.';
COMMENT ON COLUMN wire.push_refusals.code IS 'Why, as in docs/errors.md.';
COMMENT ON COLUMN wire.push_refusals.requests IS 'How many of them.';
COMMENT ON COLUMN wire.push_refusals.last_at IS 'When the last one came.';
COMMENT ON COLUMN wire.push_refusals.last_detail IS 'What was wrong with the last one; nothing of its body, key or signature.';
