import { earnings, football } from '../beats/index.ts'
import { openStory, ordinal } from '../running-story.ts'
import type { Storyline } from './storyline.ts'
import { hour } from './storyline.ts'
import { clubs, companies } from '../organisations.ts'

/** A league table: no byline, no dateline, three versions as matches end. */
export const standings: Storyline = {
  name: 'agate: a league table',
  file(desk, atSeconds) {
    const random = desk.random.fork('standings')
    const table = openStory(desk, football, atSeconds, {
      slug: 'SOC--Northern Cup Standings',
      headline: 'Northern Cup Standings',
    })
    const points = clubs.map((club) => ({ club, played: 20, won: random.int(3, 15), drawn: random.int(0, 5) }))
    for (let version = 0; version < 3; version++) {
      for (const club of points) {
        club.played++
        if (random.chance(0.5)) club.won++
      }
      const rows = points
        .map(({ club, played, won, drawn }) => ({ club, played, won, drawn, total: won * 3 + drawn }))
        .sort((a, b) => b.total - a.total || a.club.localeCompare(b.club, 'en'))
        .map((row) =>
          [row.club, row.played, row.won, row.drawn, row.played - row.won - row.drawn, row.total].map(String),
        )
      table.file({
        atSeconds: atSeconds + version * hour,
        version,
        shows: 'agate: tables outside the block, no byline, no dateline',
        profile: 'Agate',
        urgency: 5,
        byline: false,
        dateline: false,
        ...(version === 0 ? {} : { take: `${ordinal(version)} Ld-Writethru` }),
        paragraphs: [],
        agate: [{ title: 'Through matches of today', head: ['', 'P', 'W', 'D', 'L', 'Pts'], rows }],
      })
    }
  },
}

export const marketTable: Storyline = {
  name: 'agate: closing prices',
  file(desk, atSeconds) {
    const random = desk.random.fork('market')
    const table = openStory(desk, earnings, atSeconds, {
      slug: 'Port Ansel-Closing Prices',
      headline: 'Port Ansel closing prices',
    })
    table.file({
      atSeconds,
      version: 0,
      shows: 'a table between two paragraphs',
      profile: 'Agate',
      byline: false,
      dateline: false,
      paragraphs: ['Closing prices of selected stocks on the Port Ansel exchange.', 'Source: exchange office.'],
      agate: [
        {
          title: 'SELECTED STOCKS',
          head: ['Stock', 'Last', 'Chg.'],
          rows: companies.map((company) => [
            company,
            (random.int(400, 9900) / 100).toFixed(2),
            `${random.chance(0.5) ? '+' : '-'}${(random.int(1, 300) / 100).toFixed(2)}`,
          ]),
        },
      ],
    })
  },
}
