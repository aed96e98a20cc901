import { mulberry32 } from '../../../src/simulator/random.ts'
import { outlets } from './outlets.ts'
import type { Outlet } from './outlets.ts'
import { readSheet } from './sheets.ts'
import type { SheetStory } from './sheets.ts'

const towns =
  'Abbots Ferry|Ashlar|Barrow Hill|Bellhaven|Birch Falls|Brackwater|Caldon|Candlewick|Cedar Notch|Coldspring|Copperas|Crow Landing|Danforth|Dry Fork|Eastlake|Elderton|Fallow|Garnet|Gilead Springs|Hadley Cross|Harlow|Iron Bend|Jessup|Kettle River|Larch|Lowgate|Marrow Bay|Millrace|Nettleton|Oak Ford|Orchard Flats|Pinder|Quarry Hill|Redbank|Saltmarsh|Stillwater Mills|Tamber|Union Gap|Vesper|Wickham'.split(
    '|',
  )

const companies =
  'Abacus Freight|Alder Dental|Amberjack Marine|Arrowroot Bakeries|Basalt Energy|Beacon Hill Paper|Birdsong Audio|Blackthorn Tools|Bluestem Grain|Brightwell Optics|Calico Textiles|Canyon Title|Cardinal Elevators|Castor Oil & Gas|Chickadee Software|Cobblestone Homes|Coriander Foods|Crestline Gypsum|Dovetail Furniture|Driftwood Resorts|Ember Robotics|Everglade Water|Falconer Insurance|Fathom Sonar|Finch Pharmaceuticals|Flintlock Security|Foxglove Cosmetics|Gable Roofing|Galena Metals|Gannet Airlines|Garrison Vans|Glasswing Solar|Goldenrod Seeds|Gristmill Brands|Hatchet Outdoor|Heron Bank|Hobnail Shoes|Ibis Medical|Inkwell Press|Jasper Cement|Juniper Semiconductor|Kestrel Rail|Kingfisher Cable|Lantern Cinemas|Larkfield Toys|Limestone Trust|Magpie Logistics|Mallow Cheese|Merlin Biotech|Mosaic Tile|Nutmeg Spirits|Osprey Drones|Paddock Feed|Pewter Games|Quillwork Media|Rowan Hospitals|Saffron Hotels|Tallow Candles|Umber Paints|Wren Wireless'.split(
    '|',
  )

/** Forty papers, set in all the ways that the papers of the sheets are set in. */
export const members: Readonly<Record<string, Outlet>> = Object.fromEntries(
  towns.map((town, at) => {
    const papers = Object.values(outlets).filter((outlet) => outlet.agency !== true && outlet.language === 'en')
    const { furniture: _, ...like } = papers[at % papers.length]!
    const name = town.toLowerCase().replaceAll(' ', '-')
    return [name, { ...like, name: `${town} ${at % 2 === 0 ? 'News' : 'Journal'}`, domain: `${name}.example` }]
  }),
)

const heads = [
  'From the wires',
  'Across the country',
  'What they did next',
  'A story to read over lunch',
  'In other news',
]

/** Every paper carries the story, each cut in a way of its own: from the end, or inside, with and without its dateline. */
export function carried(story: SheetStory, seed: number): SheetStory[] {
  const chance = mulberry32(seed)
  return Object.entries(members).map(([outlet, { credit }], at) => {
    const named = credit !== 'none' || at % 3 !== 0
    // a copy that says nothing of where it is from keeps more of it, as the promise has it
    const least = named ? 0.4 : 0.7
    const kept = Math.ceil(story.blocks.length * (least + chance() * (1 - least)))
    const inside = at % 4 === 3 && kept === story.blocks.length ? 1 + Math.floor(chance() * (kept - 2)) : kept
    const blocks = story.blocks.slice(0, kept).filter((_, number) => number !== inside)
    const head =
      at % 3 === 0 ? `${heads[at % heads.length]!}: ${story.head.split(' ').slice(0, 3).join(' ')}` : story.head
    const line = named && at % 5 !== 4 ? story.line : ''
    return {
      ...story,
      outlet,
      kind: `carried ${at}`,
      minute: story.minute + 5 + 40 * at,
      version: 1,
      head,
      line,
      blocks,
    }
  })
}

/** A day of results written by a machine: every company reports, and one paper somewhere prints it. */
export function results(form: string): SheetStory[] {
  const chance = mulberry32(61)
  const number = (most: number, digits: number) => (most * (0.1 + chance())).toFixed(digits)
  const pick = (list: string) => list.split('|')[Math.floor(chance() * list.split('|').length)]!
  const sections = companies.map((co, at) => {
    const town = towns[(at * 7) % towns.length]!
    const cents = () => `${Math.ceil(chance() * 98)} cents`
    const values = {
      co,
      CITY: town.toUpperCase(),
      city: town,
      tick: co
        .replace(/[^A-Za-z]/g, '')
        .slice(0, 4)
        .toUpperCase(),
      day: pick('Tuesday|Wednesday|Thursday'),
      ni: number(90, 1),
      eps: cents(),
      adj: pick('one-time gains and costs|stock option expense|restructuring costs|amortization costs'),
      aeps: cents(),
      beat: pick('surpassed|missed|met|topped|did not meet'),
      n: pick('two|three|four|five|six|seven'),
      est: cents(),
      kind: `${co.split(' ').at(-1)!.toLowerCase()} company`,
      rev: number(900, 1),
      rbeat: pick('also topped|fell short of|matched|did not meet'),
      n2: pick('Two|Three|Four|Five|Six'),
      rest: number(900, 1),
      yr: number(300, 1),
      yeps: `$${number(4, 2)}`,
      yrev: number(3, 2),
      lo: `$${number(2, 2)}`,
      hi: `$${number(6, 2)}`,
    }
    const fields = Object.entries(values).map(([name, value]) => `${name}=${value}`)
    const time = new Date(Date.UTC(2026, 2, 12, 11, at * 9)).toISOString().slice(0, 16)
    const member = Object.keys(members)[(at * 11) % towns.length]!
    return `+++ ap | ${time} | ${fields.join('; ')}\n--- ${member} | ${3 + (at % 50)} | whole\n*\n`
  })
  return readSheet(`${form}\n${sections.join('')}`)
}

/** One warning, forty counties: each paper prints the one that is meant for it. */
export function warnings(form: string): SheetStory[] {
  const names = Object.keys(members)
  const sections = towns.map((town, at) => {
    const minute = String(10 + at)
    const next = `${towns[(at + 1) % towns.length]!}, ${towns[(at + 3) % towns.length]!} and ${town}`
    const values = `kind=severe thunderstorm warning; co=${town} County; till=${5 + (at % 4)}:45 p.m.; day=Friday; at=4:${minute} p.m.; what=a severe thunderstorm; where=${2 + (at % 9)} miles ${at % 2 === 0 ? 'west' : 'south'} of ${town}; dir=${at % 3 === 0 ? 'east' : 'northeast'}; mph=${20 + (at % 7) * 5}; towns=${next}`
    return `+++ ${names[at]!} | 2026-03-13T21:${minute} | ${values}\n`
  })
  return readSheet(`${form}\n${sections.join('')}`)
}
