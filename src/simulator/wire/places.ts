/** Where news happens. Every town is invented; states and the manner of writing them are AP's. */
export interface Place {
  readonly city: string
  /** As the dateline prints it after the city; absent for cities that stand alone. */
  readonly region?: string
  readonly country: string
  /** Three letters. User-assigned codes (ISO 3166: XAA to XZZ) for the invented countries. */
  readonly countryCode: string
  /** The region prefix of a slug: "US", "ME", "EU", "AS" ... */
  readonly slugRegion: string
  /** Longitude, latitude. */
  readonly at: readonly [number, number]
  readonly paper: string
  /** By the sea: has a harbor to flood and a fleet to strike. */
  readonly coastal?: true
}

const halveria = { country: 'Halveria', countryCode: 'XHV', slugRegion: 'EU' } as const
const sundria = { country: 'Sundria', countryCode: 'XSD', slugRegion: 'AS' } as const
const quillona = { country: 'Quillona', countryCode: 'XQL', slugRegion: 'LT' } as const
const tamsay = { country: 'Tamsay Islands', countryCode: 'XTM', slugRegion: 'AS' } as const
const mbara = { country: 'Mbaranga', countryCode: 'XMB', slugRegion: 'AF' } as const
const us = { country: 'United States', countryCode: 'USA' } as const

export const places: readonly Place[] = [
  { city: 'Port Ansel', region: 'Halveria', ...halveria, at: [11.42, 54.87], paper: 'Ansel Courier', coastal: true },
  { city: 'Brennholm', region: 'Halveria', ...halveria, at: [12.9, 55.31], paper: 'Brennholm Post', coastal: true },
  { city: 'Gravna', region: 'Halveria', ...halveria, at: [13.77, 53.9], paper: 'Gravna Observer' },
  { city: 'Kesh Marrow', region: 'Sundria', ...sundria, at: [88.1, 22.4], paper: 'Sundria Mirror', coastal: true },
  { city: 'Talibora', region: 'Sundria', ...sundria, at: [91.6, 24.8], paper: 'Talibora Times' },
  {
    city: 'San Aurelio del Mar',
    region: 'Quillona',
    ...quillona,
    at: [-71.2, -17.6],
    paper: 'El Faro de San Aurelio',
    coastal: true,
  },
  {
    city: 'Puerto Lirio',
    region: 'Quillona',
    ...quillona,
    at: [-72.4, -19.1],
    paper: 'La Voz de Lirio',
    coastal: true,
  },
  { city: 'Nukuteva', region: 'Tamsay Islands', ...tamsay, at: [171.3, -13.9], paper: 'Tamsay Tides', coastal: true },
  { city: 'Moanatea', region: 'Tamsay Islands', ...tamsay, at: [170.8, -14.2], paper: 'Moanatea Bell', coastal: true },
  { city: 'Rukeri', region: 'Mbaranga', ...mbara, at: [30.4, -2.7], paper: 'Rukeri Voice' },
  { city: 'Osandu', region: 'Mbaranga', ...mbara, at: [29.8, -3.1], paper: 'Osandu Standard' },
  { city: 'East Tarrow', region: 'Maine', ...us, slugRegion: 'ME', at: [-68.9, 44.7], paper: 'Tarrow Packet' },
  { city: 'Millbrook Ferry', region: 'Ohio', ...us, slugRegion: 'OH', at: [-82.7, 40.1], paper: 'Millbrook Herald' },
  { city: 'Cold Harrow', region: 'N.Y.', ...us, slugRegion: 'NY', at: [-75.3, 43.1], paper: 'Harrow Sentinel' },
  {
    city: 'Saltgrass',
    region: 'Texas',
    ...us,
    slugRegion: 'TX',
    at: [-96.3, 28.6],
    paper: 'Saltgrass Signal',
    coastal: true,
  },
  { city: 'Upper Quern', region: 'Mass.', ...us, slugRegion: 'MA', at: [-72.5, 42.5], paper: 'Quern Valley News' },
  {
    city: 'Lantern Point',
    region: 'Calif.',
    ...us,
    slugRegion: 'CA',
    at: [-121.8, 36.6],
    paper: 'Lantern Point Ledger',
    coastal: true,
  },
  { city: 'Three Willows', region: 'Wis.', ...us, slugRegion: 'WI', at: [-89.5, 44.2], paper: 'Willows Journal' },
]

/** "PORT ANSEL, Halveria", as AP's `located` has it. */
export function datelineOf(place: Place): string {
  return place.region === undefined ? place.city.toUpperCase() : `${place.city.toUpperCase()}, ${place.region}`
}
