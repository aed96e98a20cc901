import type { QuarantineEntry } from '../../store/quarantine.ts'
import { errorTable } from '../../story/errors.ts'
import type { ErrorCode } from '../../story/errors.ts'
import { rawText } from '../raw-text.ts'
import { html } from './html.ts'
import type { Markup } from './html.ts'
import { factList, timeTag } from './page.ts'

/** What was refused and waits for a person. */
export function quarantinePage(entries: readonly QuarantineEntry[]): Markup {
  if (entries.length === 0)
    return html`<h1>Quarantine</h1>
      <p class="empty">Nothing was refused.</p>`
  return html`<h1>Quarantine</h1>
    <div class="scroll">
      <table class="list">
        <thead>
          <tr>
            <th class="number">Entry</th>
            <th>Since</th>
            <th>Feed</th>
            <th>Code</th>
            <th>What</th>
          </tr>
        </thead>
        <tbody>
          ${entries.map(
            (entry) =>
              html`<tr>
                <td class="number"><a href="/quarantine/${entry.id}">${entry.id}</a></td>
                <td>${timeTag(entry.createdAt)}</td>
                <td>${entry.feed}</td>
                <td><a href="/quarantine/${entry.id}">${entry.code}</a></td>
                <td dir="auto">
                  ${entry.uri ?? entry.fileName ?? entry.url ?? ''}
                  <div class="meta">${entry.detail}</div>
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="meta">
      <code>writethru quarantine retry ID</code> tries again, <code>writethru quarantine drop ID</code> decides against.
    </p>`
}

/** One refused document with its bytes as text. */
export function quarantineEntryPage(entry: QuarantineEntry & { readonly raw: Uint8Array }): Markup {
  const definition = errorTable[entry.code as ErrorCode] as { summary: string; nextStep: string } | undefined
  return html`<h1>Quarantine ${entry.id}: ${entry.code}</h1>
    ${factList([
      ['Meaning', definition?.summary],
      ['Detail', entry.detail],
      ['Next step', definition?.nextStep],
      ['State', `${entry.state}, tried ${entry.tries} ${entry.tries === 1 ? 'time' : 'times'}`],
      ['Feed', entry.feed],
      ['Since', timeTag(entry.createdAt)],
      ['Item', entry.itemIndex < 0 ? 'the whole document' : `number ${entry.itemIndex + 1} of the document`],
      ['Id', entry.uri],
      ['Read as', entry.format],
      ['File', entry.fileName],
      ['Address', entry.url],
      ['Content type', entry.contentType],
      ['Bytes', String(entry.bytes)],
    ])}
    <h2>Document</h2>
    <pre dir="auto">${rawText(entry.raw)}</pre>`
}
