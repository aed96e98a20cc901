import type { Vitals } from '../../store/read-status.ts'
import { escape, html, trusted } from './html.ts'
import type { Markup } from './html.ts'
import { script } from './script.ts'
import { style } from './style.ts'

export interface Page {
  readonly title: string
  readonly path: '/' | '/feeds' | '/quarantine' | undefined
  /** What is shown at the right of the bar. */
  readonly vitals: Vitals | undefined
  readonly content: Markup
  /** Fresh for every answer; style and script carry it and nothing else runs. */
  readonly nonce: string
}

/** A whole page of the desk. */
export function renderPage({ title, path, vitals, content, nonce }: Page): string {
  const link = (to: Page['path'] & string, words: string | Markup) =>
    html`<a href="${to}" ${path === to ? trusted(' aria-current="page"') : ''}>${words}</a>`
  const open = vitals?.quarantineOpen ?? 0
  return (
    '<!doctype html>' +
    html`<html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Writethru</title>
        <link rel="icon" href="data:," />
        <style nonce="${nonce}">
          ${trusted(style)}
        </style>
      </head>
      <body>
        <a class="skip" href="#content">To the content</a>
        <header>
          <div class="bar">
            <a class="name" href="/">Writethru</a>
            <nav aria-label="Pages">
              ${link('/', 'Stories')}${link('/feeds', 'Feeds')}${link('/quarantine', open > 0 ? `Quarantine (${open})` : 'Quarantine')}
            </nav>
            <span class="pulse" role="status">${vitals === undefined ? '' : pulse(vitals)}</span>
          </div>
        </header>
        <main id="content">${content}</main>
        <footer>
          <span class="keys"
            ><kbd>j</kbd> <kbd>k</kbd> move, <kbd>Enter</kbd> open, <kbd>/</kbd> search, <kbd>p</kbd> hold the live
            list, <kbd>u</kbd> back, <kbd>1</kbd> <kbd>2</kbd> <kbd>3</kbd> pages</span
          >
        </footer>
        <script nonce="${nonce}">
          ${trusted(script)}
        </script>
      </body>
    </html>`.text
  )
}

function pulse(vitals: Vitals): string {
  const counted = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`
  return `${counted(vitals.changesLastMinute, 'change')} in the last minute, ${counted(vitals.feedsEnabled, 'feed')}`
}

/** A time that the script turns into the reader's own; UTC until then. */
export function timeTag(time: Date | null, options: { short?: boolean } = {}): Markup {
  if (time === null) return html`<span class="soft">never</span>`
  const iso = time.toISOString()
  const shown = `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`
  return html`<time datetime="${iso}" ${options.short ? trusted(' data-short') : ''}
    >${options.short ? iso.slice(11, 19) : shown}</time
  >`
}

/** Pairs of names and values; absent ones are left out. */
export function factList(pairs: readonly (readonly [string, string | Markup | null | undefined])[]): Markup {
  const shown = pairs.filter(([, value]) => value !== null && value !== undefined && value !== '')
  return html`<dl class="facts">
    ${shown.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd dir="auto">${value}</dd>`,
    )}
  </dl>`
}

/** The policy every page is sent with: nothing from elsewhere, nothing inline but ours. */
export function pagePolicy(nonce: string): string {
  return [
    `default-src 'none'`,
    `style-src 'nonce-${escape(nonce)}'`,
    `script-src 'nonce-${escape(nonce)}'`,
    `connect-src 'self'`,
    `img-src data:`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ')
}
