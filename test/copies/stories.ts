/** An invented text of ten sentences, enough for any comparison. */
export const paragraphs: readonly string[] = [
  'The harbour board of Port Ellery voted late on Monday to dredge the northern channel before the herring season, ending a dispute that had kept forty boats at their moorings.',
  'Mara Vint, who chairs the board, said the work would begin within nine days and cost 640,000 crowns, most of it borrowed from the county.',
  '"We have argued about this mud since my grandmother fished here," she told reporters on the quay. "Now somebody has to move it."',
  'Skippers had refused to sail after two vessels ran aground in February; one of them, the Blue Thimble, is still lying on its side below the signal tower.',
  'The fisheries ministry welcomed the decision but declined to say whether it would pay a share of the bill.',
  'Osric Tallow, a spokesman for the port workers guild, called the price absurd and announced that his members would not handle the dredger unless their pensions were settled first.',
  'Engineers measured the channel in January and found that 3.2 metres of silt had gathered since the last dredging eleven years ago.',
  'Shopkeepers along the front expect the season to bring 1,800 visitors a day, twice as many as in the previous spring, when the cannery was closed.',
  'A second vote, on raising the moorings fee from 12 to 15 crowns, was put off until the accounts of the past year have been audited.',
  'The board meets again on the first of next month in the old customs house.',
]

/** A ninjs document; the agency is Nordwire unless told otherwise. */
export function story(fields: Readonly<Record<string, unknown>> & { paragraphs?: readonly string[] } = {}): string {
  const { paragraphs: own = paragraphs, ...rest } = fields
  return JSON.stringify({
    uri: 'urn:newsml:nordwire.example:20260310:dredging',
    type: 'text',
    version: '1',
    firstcreated: '2026-03-10T20:00:00Z',
    versioncreated: '2026-03-10T20:00:00Z',
    language: 'en',
    pubstatus: 'usable',
    headline: 'Port Ellery to dredge its channel',
    infosources: [{ name: 'Nordwire' }],
    creditline: 'Nordwire',
    body_html: own.map((paragraph) => `<p>${paragraph}</p>`).join(''),
    ...rest,
  })
}

/** The same text on the page of a paper. */
export function copy(paper: string, fields: Parameters<typeof story>[0] = {}): string {
  return story({
    uri: `https://www.${paper}.example/news/dredging`,
    firstcreated: '2026-03-11T05:00:00Z',
    versioncreated: '2026-03-11T05:00:00Z',
    headline: `Channel to be dredged, says the ${paper}`,
    ...fields,
  })
}
