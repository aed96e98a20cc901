/**
 * SQL: the segments in which runs of words stand (see `wire.shingle_segment`), from the first to the newest. Told by the
 * two ends of the index, once a statement.
 */
export const allSegments = `ARRAY(SELECT generate_series(min(segment), max(segment)) FROM wire.caption_shingles)`
