/** The library: what `import { parse } from 'writethru'` gives. Everything here is pure; nothing opens a file or a socket. */
export { parseDocument as parse, parsers } from './parsers/registry.ts'
export type { ParseOptions } from './parsers/registry.ts'
export type { Companion, ParseOutcome, Parser, ParserInput, RefusedItem } from './parsers/parser.ts'
export { errorTable, WireError } from './story/errors.ts'
export type { ErrorCode, ErrorDefinition, RetryClass } from './story/errors.ts'
export type { ParsedItem } from './story/draft.ts'
export type * from './story/item.ts'
export type { CharsetChoice } from './story/charset.ts'
export { compareCaptions } from './captions/compare.ts'
export type { CaptionComparison, CaptionRelation } from './captions/compare.ts'
export { captionNormaliserVersion, normaliseCaption } from './captions/normalise.ts'
export type { NormalisedCaption } from './captions/normalise.ts'
export { shingles } from './captions/shingles.ts'
export { compareStories } from './copies/compare.ts'
export type { CopyComparison, Recurring, SharedPassage } from './copies/compare.ts'
export type { CopyRelation } from './copies/relation.ts'
export { printStory } from './copies/print.ts'
export type { StoryPrint } from './copies/print.ts'
export { readCopyStory } from './copies/story-text.ts'
export type { CopyStory } from './copies/story-text.ts'
export { writeNinjs } from './export/ninjs/write.ts'
export { uncarriedFields } from './export/ninjs/uncarried.ts'
export type {
  Ninjs,
  NinjsAssociation,
  NinjsBody,
  NinjsConcept,
  NinjsObject,
  NinjsRendition,
  NinjsText,
} from './export/ninjs/shape.ts'
