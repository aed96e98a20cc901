/**
 * Fields of an item that ninjs 3 cannot carry, each with the reason. A dotted path is a member of the field. Links are
 * carried as a set: those of pictures come first, as the pictures do.
 */
export const uncarriedFields: ReadonlyMap<string, string> = new Map([
  ['warnings', 'they speak of the document the item was read from, not of the story'],
  ['notes', 'the only field that is not for readers is edNote, and the agency’s note stands there'],
  ['bylines', 'ninjs has one printed line, `by`, from which they are read again'],
  ['captions.role', 'where a caption stood in a document of another format means nothing in this one'],
  ['links.position', 'the order of the associations says it'],
  [
    'subjects.scheme',
    'a vocabulary is named by the uris of its concepts: a final / is lost, and a scheme without a code',
  ],
  ['places.scheme', 'as with subjects'],
  ['people.scheme', 'as with subjects'],
  ['dateline.country', 'ninjs has the printed place alone, `located`; its parts are read from it again'],
])
