/** Invented bodies that make news, pay for it and speak through spokespeople. */
export const companies: readonly string[] = [
  'Marlowe Fjord Shipping',
  'Tessera Instruments',
  'Harlan & Voss',
  'Bluewater Grain',
  'Northlight Rail',
  'Calder Foods',
  'Pinnacle Loom',
  'Ostrel Pharma',
  'Greywether Energy',
  'Lumen Orchard Devices',
]
export const ministries: readonly string[] = [
  'Interior Ministry',
  'Ministry of Fisheries',
  'Transport Ministry',
  'Health Ministry',
  'Ministry of Water',
  'Finance Ministry',
]
export const clubs: readonly string[] = [
  'Brennholm Rovers',
  'Ansel Athletic',
  'Gravna United',
  'Lirio Estrella',
  'Kesh Marrow Kings',
  'Osandu Lions',
  'Talibora City',
  'Nukuteva Reef',
  'Harrow Miners',
  'Lantern Point Gulls',
]
export const universities: readonly string[] = [
  'the University of Port Ansel',
  'Tarrow College',
  'the Sundria Institute of Technology',
  'Quern Valley University',
]
