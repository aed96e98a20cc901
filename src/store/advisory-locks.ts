/**
 * Numbers of PostgreSQL's advisory locks, in one place so that no two duties ever share one. Partition upkeep holds
 * (7305120, 1) inside `wire.ensure_partitions`. A number never changes: old and new workers run side by side.
 */
export const advisoryLocks = {
  /** One dispatcher counts the free places of hosts and claims feeds. */
  feedClaims: 74_070_004,
  /** One sequencer numbers changes; held as long as its connection lives. */
  sequencer: 7_305_121,
  /** One at a time decides which captions are one. */
  captionDecisions: 7_305_122,
  /** One worker at a time takes captions out of the line; the others leave it to that one. */
  captionTurn: 7_305_123,
  /** One at a time writes pairs and groups of copies. */
  copyGroups: 7_305_124,
  /** One worker at a time reads texts into the search index. */
  searchIndex: 7_305_125,
} as const
