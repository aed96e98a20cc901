/**
 * Fields of an item that ninjs 3 cannot carry, each with the reason. A dotted path is a member of the field. Links and
 * captions are carried as a set: those of pictures come first, as the pictures do.
 */
export const uncarriedFields: ReadonlyMap<string, string> = new Map([
  ['warnings', 'they speak of the document the item was read from, not of the story'],
  ['notes', 'the only field that is not for readers is edNote, and the agency’s note stands there'],
  ['bylines', 'ninjs has one printed line, `by`, from which they are read again'],
  ['captions.role', 'where a caption stood in a document of another format means nothing in this one'],
  ['captions.raw', 'a caption is written as it was printed, but without what a page set round it'],
  ['links.position', 'the order of the associations says it'],
  [
    'subjects.scheme',
    'a vocabulary is named by the uris of its concepts: a final / is lost, and a scheme without a code',
  ],
  ['places.scheme', 'as with subjects'],
  ['people.scheme', 'as with subjects'],
  ['organisations.scheme', 'as with subjects'],
  ['provenance', 'how sure a field of a page is says nothing of the story'],
  ['dateline.region', 'as with the country'],
  ['dateline.country', 'ninjs has the printed place alone, `located`; its parts are read from it again'],
])
