import type { PushRefusalDay } from '../../store/push.ts'
import type { FeedHealth } from '../../store/read-feeds.ts'
import type { GapEntry } from '../../store/read-gaps.ts'
import { feedNotes, feedState } from '../feed-state.ts'
import { html } from './html.ts'
import type { Markup } from './html.ts'
import { timeTag } from './page.ts'

export interface FeedsPicture {
  readonly feeds: readonly FeedHealth[]
  readonly gaps: readonly GapEntry[]
  readonly refusals: readonly RefusedPushes[]
  readonly now: Date
  readonly faults: readonly string[]
}

/** Requests to push that a feed refused on one day for one reason. */
type RefusedPushes = PushRefusalDay & { readonly feed: string }

/** How every feed fares. */
export function feedsPage({ feeds, gaps, refusals, now, faults }: FeedsPicture): Markup {
  const counted = ['offered', 'new', 'revised', 'duplicate', 'stale', 'killed', 'quarantined'] as const
  return html`<h1>Feeds</h1>
    ${faults.map((fault) => html`<div class="notice" role="alert">${fault}</div>`)}
    <div class="scroll">
      <table class="list">
        <thead>
          <tr>
            <th>Feed</th>
            <th>State</th>
            <th>Last good poll</th>
            <th>Last news</th>
            <th>Next poll</th>
            ${counted.map((name) => html`<th class="number">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${feeds.map((feed) => {
            const state = feedState(feed, now)
            const failed =
              feed.lastErrorCode === null
                ? ''
                : html`<div class="meta">${feed.lastErrorCode}: ${feed.lastErrorDetail ?? ''}</div>`
            const notes = feedNotes(feed).map((note) => html`<div class="meta">${note}</div>`)
            const open = feed.open > 0 ? html`<div class="meta">${feed.open} documents in work</div>` : ''
            return html`<tr>
              <td>
                <a href="/?feed=${encodeURIComponent(feed.name)}">${feed.name}</a>
                <div class="meta">${feed.kind}</div>
              </td>
              <td><span class="tag ${state.level}">${state.words}</span>${failed}${notes}${open}</td>
              <td>${timeTag(feed.lastSuccessAt)}</td>
              <td>${timeTag(feed.lastOfferAt)}</td>
              <td>
                ${feed.polling ? 'polling now' : feed.enabled && feed.kind !== 'local' ? timeTag(feed.nextPollAt) : html`<span class="soft">-</span>`}
              </td>
              ${counted.map((name) => html`<td class="number">${feed[name].toLocaleString('en')}</td>`)}
            </tr>`
          })}
        </tbody>
      </table>
    </div>
    ${feeds.length === 0 ? html`<p class="empty">No feeds yet. <code>writethru feeds add</code> adds one.</p>` : html`<p class="meta">Items of the last 24 hours: offered = new + revised + duplicate + stale + killed + quarantined.</p>`}
    ${gapTable(gaps)}${refusalTable(refusals)}`
}

function gapTable(gaps: readonly GapEntry[]): Markup | '' {
  if (gaps.length === 0) return ''
  return html`<h2>Possible gaps</h2>
    <div class="scroll">
      <table class="list">
        <tbody>
          ${gaps.map(
            (gap) =>
              html`<tr>
                <td>${gap.feed}</td>
                <td>
                  ${gap.kind}
                  <div class="meta">gap ${gap.id}, ${gap.state}</div>
                </td>
                <td>${timeTag(gap.openedAt)}</td>
                <td dir="auto">${gap.detail}</td>
                <td>${[gap.from, gap.to].filter(Boolean).join(' to ')}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`
}

/** A sender whose signature is wrong loses stories without knowing: somebody here should see it. */
function refusalTable(refusals: readonly RefusedPushes[]): Markup | '' {
  if (refusals.length === 0) return ''
  return html`<h2>Refused pushes</h2>
    <div class="scroll">
      <table class="list">
        <thead>
          <tr>
            <th>Feed</th>
            <th>Reason</th>
            <th class="number">Requests</th>
            <th>Last</th>
            <th>What was wrong</th>
          </tr>
        </thead>
        <tbody>
          ${refusals.map(
            ({ feed, code, requests, lastAt, lastDetail }) =>
              html`<tr>
                <td>${feed}</td>
                <td>${code}</td>
                <td class="number">${Number(requests).toLocaleString('en')}</td>
                <td>${timeTag(lastAt)}</td>
                <td dir="auto">${lastDetail}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="meta">Requests of the last seven days that brought nothing in, by day and reason.</p>`
}
