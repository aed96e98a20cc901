import { createHash } from 'node:crypto'
import { placeRevision } from '../story/chain.ts'
import type { ChainState, Placement } from '../story/chain.ts'
import { isGlobalUri } from '../story/global-uri.ts'
import { recordCaptions } from './captions.ts'
import { queueCopies } from './copies/queue.ts'
import { upsertLinks, upsertMedia } from './media.ts'
import { appendOutbox } from './outbox.ts'
import type { OutboxRow } from './outbox.ts'
import { inTransaction } from './pool.ts'
import type { Pool } from './pool.ts'
import type { PreparedDocument, PreparedItem, PreparedLink, RecordedItem } from './prepared.ts'
import { recordRefusals } from './quarantine.ts'
import { finishReceipts, lockClaimedReceipts } from './receipts.ts'
import type { ClaimedReceipt } from './receipts.ts'
import { findKnownRevisions, insertRevisions, readShownContent } from './revisions.ts'
import type { RevisionRow } from './revisions.ts'
import { identityKey, lockStories, updateStories } from './stories.ts'
import type { LockedStory, ShownContent, StoryIdentity } from './stories.ts'
import { recordTransmissions } from './transmissions.ts'

/** A claimed receipt with the document its bytes turned out to be. */
export interface ReceiptToRecord {
  readonly receipt: ClaimedReceipt
  readonly document: PreparedDocument
}

export interface RecordedReceipt {
  readonly receipt: ClaimedReceipt
  readonly items: readonly RecordedItem[]
}

/** One filing on its way into the chain of its story. */
interface Filing {
  readonly receipt: ClaimedReceipt
  readonly format: string
  readonly item: PreparedItem
  readonly identity: StoryIdentity
  /** A tombstone is made by a notice that names another story; it is no item of the document and is not counted. */
  readonly tombstone: boolean
}

/** A story while the batch is folded into it. */
interface OpenStory {
  readonly locked: LockedStory
  chain: ChainState
  placement: Placement | undefined
  readonly filed: Map<number, PreparedItem>
  changed: boolean
}

/**
 * Writes a batch in one transaction: revisions, story rows, captions and mentions, media, links, changes, quarantine,
 * receipts done. A receipt whose claim has lapsed in the meantime is left out: another worker has it. Throws
 * `store.unavailable` and `store.conflict` (try again) or `store.rejected` (a value PostgreSQL refuses: split).
 */
export async function recordBatch(pool: Pool, batch: readonly ReceiptToRecord[]): Promise<RecordedReceipt[]> {
  return inTransaction(pool, async (client) => {
    const held = await lockClaimedReceipts(
      client,
      batch.map(({ receipt }) => receipt),
    )
    const ours = batch.filter(({ receipt }) => held.has(receipt.id))
    if (ours.length === 0) return []
    const filings = ours.flatMap(readFilings)
    const locked =
      filings.length === 0
        ? new Map()
        : await lockStories(
            client,
            filings.map((f) => f.identity),
          )
    const stories = new Map<string, OpenStory>()
    for (const [key, story] of locked) {
      stories.set(key, { locked: story, chain: story.chain, placement: undefined, filed: new Map(), changed: false })
    }
    const storyOf = (filing: Filing): OpenStory => stories.get(identityKey(filing.identity))!
    const known = await findKnownRevisions(
      client,
      filings.map((filing) => ({ story: storyOf(filing).locked, key: filing.item.key })),
    )
    const folded = foldFilings(filings, storyOf, known)
    await insertRevisions(client, folded.revisions)
    const touched = [...stories.values()].filter((story) => story.filed.size > 0)
    const hidden = await readShownContent(client, touched.filter(showsUnread).map(placeShown))
    await updateStories(
      client,
      touched.map((story) => updateOf(story, hidden)),
    )
    const written = folded.revisions.map(({ story, revision, item }) => ({
      story,
      revision,
      item,
      shown: stories.get(identityKey(story))!.placement!.shows === revision,
    }))
    await recordCaptions(client, written)
    await upsertMedia(
      client,
      written.flatMap(({ story, revision, item, shown }) =>
        item.media.map((media) => ({ storyId: story.id, revision, shown, ...media })),
      ),
    )
    await upsertLinks(
      client,
      written.flatMap(({ story, revision, item, shown }) =>
        item.links.map((link) => ({ storyId: story.id, revision, shown, ...link })),
      ),
    )
    await queueCopies(
      client,
      touched.map((story) => story.locked.id),
    )
    await appendOutbox(client, folded.changes)
    await recordRefusals(client, ours)
    await recordTransmissions(client, ours)
    const recorded = ours.map((entry) => ({ receipt: entry.receipt, items: outcomesOf(entry, folded.outcomes) }))
    await finishReceipts(
      client,
      recorded.map(({ receipt, items }, at) => ({ receipt, items, format: ours[at]!.document.format })),
    )
    return recorded
  })
}

function readFilings({ receipt, document }: ReceiptToRecord): Filing[] {
  const format = document.format ?? 'unknown'
  return document.items.flatMap((item) => {
    const authority = item.authority ?? receipt.authority
    const filing: Filing = {
      receipt,
      format,
      item,
      identity: { authority, uri: item.uri, feedId: receipt.feedId },
      tombstone: false,
    }
    const tombstones = item.links
      .filter((link) => link.rel === 'cancels' && link.uri !== item.uri)
      .map((link) => tombstoneFor(filing, link))
    return [filing, ...tombstones]
  })
}

/** Closes the story that a kill notice names, whether or not it has arrived. */
function tombstoneFor(notice: Filing, target: PreparedLink): Filing {
  const status = notice.item.editorialType === 'withhold' ? 'withheld' : 'canceled'
  const { item } = notice
  const key = createHash('sha256')
    .update(['tombstone', target.uri, target.version ?? '', item.uri, item.key].join('\0'))
    .digest('hex')
  const tombstone: PreparedItem = {
    index: item.index,
    uri: target.uri,
    key,
    type: 'text',
    status,
    publishable: false,
    notPublishable: status === 'withheld' ? 'withhold-notice' : 'kill-notice',
    editorialType: status === 'withheld' ? 'withhold' : 'kill',
    ...(target.version === undefined ? {} : { version: target.version }),
    ...(item.versionCreated === undefined ? {} : { versionCreated: item.versionCreated }),
    itemJson: JSON.stringify({ uri: target.uri, status, links: [{ rel: 'canceledBy', uri: item.uri }] }),
    captions: [],
    media: [],
    links: [{ rel: 'canceledBy', uri: item.uri }],
  }
  const authority = isGlobalUri(target.uri) ? '' : notice.identity.authority
  return { ...notice, item: tombstone, identity: { ...notice.identity, authority, uri: target.uri }, tombstone: true }
}

interface Folded {
  readonly revisions: RevisionRow[]
  readonly changes: OutboxRow[]
  readonly outcomes: Map<PreparedItem, RecordedItem>
}

function foldFilings(
  filings: readonly Filing[],
  storyOf: (filing: Filing) => OpenStory,
  known: ReadonlySet<string>,
): Folded {
  const seen = new Set(known)
  const folded: Folded = { revisions: [], changes: [], outcomes: new Map() }
  for (const filing of filings) {
    const { item, receipt } = filing
    const story = storyOf(filing)
    const seenKey = `${story.locked.id} ${item.key}`
    const base = { index: item.index, uri: item.uri, storyId: story.locked.id }
    if (seen.has(seenKey)) {
      if (!filing.tombstone) folded.outcomes.set(item, { ...base, outcome: 'duplicate' })
      continue
    }
    seen.add(seenKey)
    const placement = placeRevision(story.chain, {
      version: item.version,
      versionCreated: item.versionCreated === undefined ? undefined : Date.parse(item.versionCreated),
      status: item.status,
      bare: item.headline === undefined && item.bodyText === undefined && item.bodyHtml === undefined,
    })
    const revision = placement.state.count
    story.chain = placement.state
    story.placement = placement
    story.filed.set(revision, item)
    folded.revisions.push({
      story: story.locked,
      revision,
      item,
      outcome: placement.outcome,
      format: filing.format,
      feedId: receipt.feedId,
      receivedOn: receipt.receivedOn,
      receiptId: receipt.id,
    })
    if (placement.change !== undefined) {
      story.changed = true
      const status = statusOf(story)
      folded.changes.push({ storyId: story.locked.id, kind: placement.change, revision, status })
    }
    if (!filing.tombstone) folded.outcomes.set(item, { ...base, outcome: placement.outcome, revision })
  }
  return folded
}

function statusOf(story: OpenStory): string {
  const placement = story.placement!
  if (placement.closedAs !== undefined) return placement.closedAs
  return story.filed.get(placement.shows)?.status ?? story.locked.status
}

/** True when the story goes back to a revision that neither this batch nor the row holds. */
function showsUnread(story: OpenStory): boolean {
  const { shows } = story.placement!
  return !story.filed.has(shows) && story.locked.currentRevision !== shows
}

const placeShown = (story: OpenStory) => ({ story: story.locked, revision: story.placement!.shows })

function updateOf(story: OpenStory, hidden: ReadonlyMap<number, ShownContent>) {
  const placement = story.placement!
  const shown = story.filed.get(placement.shows)
  return {
    id: story.locked.id,
    status: statusOf(story),
    chain: story.chain,
    changed: story.changed,
    content: shown === undefined ? hidden.get(story.locked.id) : contentOf(shown, placement.shows),
  }
}

function contentOf(item: PreparedItem, revision: number): ShownContent {
  return {
    revision,
    type: item.type,
    publishable: item.publishable,
    notPublishable: item.notPublishable,
    embargoedUntil: item.embargoedUntil,
    expires: item.expires,
    editorialType: item.editorialType,
    headline: item.headline,
    slug: item.slug,
    takeKey: item.takeKey,
    byline: item.byline,
    dateline: item.dateline,
    language: item.language,
    urgency: item.urgency,
    version: item.version,
    versionCreated: item.versionCreated,
    firstCreated: item.firstCreated,
  }
}

function outcomesOf(entry: ReceiptToRecord, outcomes: ReadonlyMap<PreparedItem, RecordedItem>): RecordedItem[] {
  const taken = entry.document.items.map((item) => outcomes.get(item)!)
  const refused = entry.document.refusals.map((refusal): RecordedItem => ({
    index: refusal.index,
    outcome: 'quarantined',
    code: refusal.code,
    ...(refusal.uri === undefined ? {} : { uri: refusal.uri }),
  }))
  return [...taken, ...refused].sort((a, b) => a.index - b.index)
}
