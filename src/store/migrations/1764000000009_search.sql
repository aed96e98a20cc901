-- Up Migration

-- Full-text search in the language of each story. Nothing here refers to wire.stories by a foreign key, for the reason
-- that copy_work has none, and nothing is written while a story is recorded: the index follows the change feed.

CREATE TABLE wire.search_languages (
  language text PRIMARY KEY,
  config   text NOT NULL
);
COMMENT ON TABLE wire.search_languages IS 'The text search configuration of each language; a language that is not here is searched word by word, unstemmed. A house may name a configuration of its own: stories that come after are read with it.';
COMMENT ON COLUMN wire.search_languages.language IS 'Primary subtag of BCP 47: de, pt.';
COMMENT ON COLUMN wire.search_languages.config IS 'Name of PostgreSQL''s text search configuration, with its schema where it is not pg_catalog. As text: pg_upgrade takes no tables that refer to one by its number.';

-- Which configurations there are depends on the version of the server.
INSERT INTO wire.search_languages (language, config)
SELECT v.language, v.config
FROM (VALUES ('ar', 'arabic'), ('hy', 'armenian'), ('eu', 'basque'), ('ca', 'catalan'), ('da', 'danish'), ('nl', 'dutch'),
  ('en', 'english'), ('et', 'estonian'), ('fi', 'finnish'), ('fr', 'french'), ('de', 'german'), ('el', 'greek'), ('hi', 'hindi'),
  ('hu', 'hungarian'), ('id', 'indonesian'), ('ga', 'irish'), ('it', 'italian'), ('lt', 'lithuanian'), ('ne', 'nepali'),
  ('no', 'norwegian'), ('nb', 'norwegian'), ('nn', 'norwegian'), ('pt', 'portuguese'), ('ro', 'romanian'), ('ru', 'russian'),
  ('sr', 'serbian'), ('es', 'spanish'), ('sv', 'swedish'), ('ta', 'tamil'), ('tr', 'turkish'), ('yi', 'yiddish'))
  AS v (language, config)
JOIN pg_ts_config c ON c.cfgname = v.config AND c.cfgnamespace = 'pg_catalog'::regnamespace;

CREATE TABLE wire.search_texts (
  story_id   bigint PRIMARY KEY,
  revision   integer NOT NULL,
  config     text NOT NULL,
  changed_at timestamptz NOT NULL,
  document   tsvector NOT NULL
);
CREATE INDEX search_texts_document ON wire.search_texts USING gin (document);
COMMENT ON TABLE wire.search_texts IS 'What full-text search finds: one row a story, made from the revision that it shows. It follows the change feed by a moment.';
COMMENT ON COLUMN wire.search_texts.story_id IS 'The story.';
COMMENT ON COLUMN wire.search_texts.revision IS 'The revision that was read: the best one, also while the story is killed.';
COMMENT ON COLUMN wire.search_texts.config IS 'The configuration it was read with, by the language of the story.';
COMMENT ON COLUMN wire.search_texts.changed_at IS 'Last change of the story when it was read, by which the newest are found first.';
COMMENT ON COLUMN wire.search_texts.document IS 'Its words. Weight A: headline and slug, B: byline, dateline and keywords, C: text, D: captions.';

CREATE TABLE wire.search_progress (
  single     boolean PRIMARY KEY DEFAULT true CHECK (single),
  last_seq   bigint NOT NULL,
  filled_to  bigint NOT NULL DEFAULT 0,
  fill_until bigint NOT NULL
);
INSERT INTO wire.search_progress (last_seq, fill_until)
SELECT (SELECT last_seq FROM wire.sequencer), (SELECT coalesce(max(id), 0) FROM wire.stories);
COMMENT ON TABLE wire.search_progress IS 'How far the search index is. One row.';
COMMENT ON COLUMN wire.search_progress.single IS 'Keeps it one row.';
COMMENT ON COLUMN wire.search_progress.last_seq IS 'The last change that was read.';
COMMENT ON COLUMN wire.search_progress.filled_to IS 'Stories that were there before the index are read up to this number, when no change waits.';
COMMENT ON COLUMN wire.search_progress.fill_until IS 'The last of them.';

-- Accents of Latin and Greek letters do not tell words apart, nor do widths and ligatures. Scripts without blanks between
-- words are read sign by sign, and a run of signs in a question is a phrase.
CREATE FUNCTION wire_v1.search_form(text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(
    normalize(regexp_replace(normalize($1, NFKD), '([A-Za-z\u0391-\u03C9])[\u0300-\u036F]+', '\1', 'g'), NFKC),
    '([\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3005-\u3007\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF])', ' \1 ', 'g')
$$;
COMMENT ON FUNCTION wire_v1.search_form(text) IS 'Text as the search index reads it: without the accents of Latin and Greek letters, compatibility forms resolved, and each sign of Chinese, Japanese, Thai, Lao, Burmese and Khmer a word.';

CREATE VIEW wire_v1.search_languages AS SELECT language, config FROM wire.search_languages;
COMMENT ON VIEW wire_v1.search_languages IS 'Languages that are searched with their inflections.';
COMMENT ON COLUMN wire_v1.search_languages.language IS 'Primary subtag of BCP 47.';
COMMENT ON COLUMN wire_v1.search_languages.config IS 'PostgreSQL''s text search configuration.';

CREATE VIEW wire_v1.search_index AS
SELECT story_id, revision, config, changed_at, document FROM wire.search_texts;
COMMENT ON VIEW wire_v1.search_index IS 'The words of every story, for questions that wire_v1.search does not answer. Join publishable before printing.';
COMMENT ON COLUMN wire_v1.search_index.story_id IS 'The story.';
COMMENT ON COLUMN wire_v1.search_index.revision IS 'The revision that was read.';
COMMENT ON COLUMN wire_v1.search_index.config IS 'Text search configuration of its language.';
COMMENT ON COLUMN wire_v1.search_index.changed_at IS 'Last change of the story when it was read.';
COMMENT ON COLUMN wire_v1.search_index.document IS 'Its words. Weight A: headline and slug, B: byline, dateline and keywords, C: text, D: captions.';

-- One question is asked in each language, of the stories in that language: "running" finds "ran" in English only.
CREATE FUNCTION wire_v1.search_queries(question text, language text DEFAULT NULL)
RETURNS TABLE (query tsquery, configs text[])
LANGUAGE sql STABLE AS $$
  WITH form AS (
    SELECT wire_v1.search_form(CASE WHEN $1 LIKE '%"%' THEN $1 ELSE regexp_replace($1,
      '([\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3005-\u3007\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF]{2,})', ' "\1" ', 'g')
      END) AS words),
  known AS (
    SELECT DISTINCT l.config FROM wire_v1.search_languages l
    WHERE $2 IS NULL OR l.language = lower(split_part(replace($2, '_', '-'), '-', 1))
    UNION SELECT 'simple'
    WHERE $2 IS NULL OR NOT EXISTS (
      SELECT FROM wire_v1.search_languages l WHERE l.language = lower(split_part(replace($2, '_', '-'), '-', 1)))),
  asked AS (SELECT websearch_to_tsquery(k.config::regconfig, f.words) AS query, k.config FROM known k CROSS JOIN form f)
  SELECT a.query, array_agg(a.config) FROM asked a WHERE numnode(a.query) > 0 GROUP BY a.query
$$;
COMMENT ON FUNCTION wire_v1.search_queries(text, text) IS 'A question as wire_v1.search_index is to be asked: one query for the configurations that read it alike. question: words, "phrases", or, -without. language: BCP 47; null asks in all.';

CREATE FUNCTION wire_v1.search_excerpt(config text, told text, query tsquery) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT ts_headline($1::regconfig, left($2, 200000), $3,
    'StartSel=⸨, StopSel=⸩, MaxFragments=2, MinWords=8, MaxWords=24, FragmentDelimiter=" … "')
$$;
COMMENT ON FUNCTION wire_v1.search_excerpt(text, text, tsquery) IS 'Pieces of a text around what was asked for, as text; matches stand between ⸨ and ⸩. config: as in wire_v1.search_index.';

CREATE FUNCTION wire_v1.search(question text, language text DEFAULT NULL, since timestamptz DEFAULT NULL, most integer DEFAULT 50)
RETURNS TABLE (story_id bigint, rank real, excerpt text)
LANGUAGE sql STABLE AS $$
  SELECT f.story_id, ts_rank_cd(f.document, f.query, 1),
         wire_v1.search_excerpt(f.config, coalesce(nullif(f.body_text, ''), f.headline, ''), f.query)
  FROM (
    SELECT m.story_id, m.document, m.config, m.query, m.changed_at, p.headline, p.body_text
    FROM (
      SELECT i.story_id, i.document, i.config, i.changed_at, q.query
      FROM wire_v1.search_queries($1, $2) q
      JOIN wire_v1.search_index i ON i.document @@ q.query AND i.config = ANY (q.configs)
      WHERE $3 IS NULL OR i.changed_at >= $3
      ORDER BY i.changed_at DESC, i.story_id DESC) m
    CROSS JOIN LATERAL (SELECT s.headline, s.body_text FROM wire_v1.publishable s WHERE s.id = m.story_id) p
    ORDER BY m.changed_at DESC, m.story_id DESC
    LIMIT least(greatest($4, 0), 1000)) f
  ORDER BY f.changed_at DESC, f.story_id DESC
$$;
COMMENT ON FUNCTION wire_v1.search(text, text, timestamptz, integer) IS 'Stories that may be printed now and that hold the words, newest first; rank is ts_rank_cd, for those who want the best first. question: words (all of them), "a phrase", or, -without. language: BCP 47; null asks in all. since: changed at this time or later. most: rows, 1000 at most. Matches in excerpt stand between ⸨ and ⸩; it is text, not markup.';

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'wire_reader') THEN
    GRANT SELECT ON wire_v1.search_languages, wire_v1.search_index TO wire_reader;
  END IF;
END
$$;
