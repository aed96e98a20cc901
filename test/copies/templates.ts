import { pick } from './made.ts'
import type { Chance } from './made.ts'

/** A form that agencies fill by machine: nearly the same words, other names and numbers. */
export interface Template {
  readonly name: string
  readonly names: readonly string[]
  readonly headline: string
  readonly slug: string
  readonly paragraphs: readonly string[]
}

export interface FilledTemplate {
  readonly paragraphs: string[]
  readonly headline: string
  readonly slug: string
  readonly city: string
}

/** Fills the holes: {name} the subject, {other} another one, {n} a number, {d} a number with a point. */
export function fillTemplate(chance: Chance, template: Template): FilledTemplate {
  const name = pick(chance, template.names)
  const other = pick(
    chance,
    template.names.filter((one) => one !== name),
  )
  const fill = (text: string): string =>
    text
      .replaceAll('{name}', name)
      .replaceAll('{other}', other)
      .replace(/\{n\}/g, () => String(3 + Math.floor(chance() * 90)))
      .replace(/\{d\}/g, () => `${1 + Math.floor(chance() * 9)}.${Math.floor(chance() * 90) + 10}`)
  return {
    paragraphs: template.paragraphs.map(fill),
    headline: fill(template.headline),
    slug: template.slug,
    city: name,
  }
}

const list = (text: string): readonly string[] => text.split('|')

export const englishTemplates: readonly Template[] = [
  {
    name: 'earnings',
    names: list(
      'Tarnwell Mills|Ellery Freight|Dunmarrow Timber|Kettering Glass|Sorrel Foods|Brindle Optics|Cobalt Mutual|Fenn Ceramics',
    ),
    headline: '{name}: Q1 Earnings Snapshot',
    slug: 'Earns Snapshot',
    paragraphs: [
      '{name} Inc. on Tuesday reported first-quarter earnings of ${d} million.',
      'On a per-share basis, the company said it had net income of {n} cents.',
      'The results exceeded the expectations of market watchers. The average estimate of {n} analysts surveyed by Lantern Research was for earnings of {n} cents per share.',
      'The company posted revenue of ${d} million in the period, which also topped the forecasts of market watchers. {n} analysts surveyed by Lantern Research expected ${d} million.',
      '{name} expects full-year earnings in the range of ${d} to ${d} per share. The shares of {name} have risen {n} percent since the beginning of the year.',
      'This story was generated from the data of the exchange by a program and was read by an editor before publication.',
    ],
  },
  {
    name: 'warning',
    names: list('Harlan County|Dekker County|Vinn County|Tarn County|Oduya County|Colby County|Marl County'),
    headline: 'Flood warning for {name}',
    slug: 'Weather Warning',
    paragraphs: [
      'The weather bureau has issued a flood warning for {name} until {n} minutes past midnight.',
      'Heavy rain is expected to raise the rivers of {name} to {d} metres. People should stay away from the banks, and those who live in cellars and on low ground should be ready to leave at short notice.',
      'Turn around when you meet water on the road. Most of those who drown in floods drown in vehicles. Do not walk on dikes. Keep a radio with fresh batteries at hand and follow what the authorities say.',
      'The bureau said between {n} and {n} millimetres had fallen in {name} and neighbouring {other} since the morning.',
    ],
  },
  {
    name: 'result',
    names: list('Ravensholt|Thornby|Pennarth|Saltmarsh|Eastwick|Graymoor|Quillsbury|Westergate'),
    headline: '{name} beat {other} {n}-{n}',
    slug: 'Stickball Result',
    paragraphs: [
      '{name} beat {other} {n}-{n} on Saturday in the northern stickball league.',
      'The captain of {name} scored {n} points and took {n} catches. The bench of {name} added {n} points.',
      '{other} led by {n} points at the half and lost for the {n}th time this season. They shot {n} percent from the field, {n} percent from the long line, and turned the ball over {n} times.',
      '{name} plays at home on Wednesday. {other} travels to the coast on Friday.',
      'These accounts are made by a program from the data of the league.',
    ],
  },
]

export const germanTemplates: readonly Template[] = [
  {
    name: 'boerse',
    names: list('Moorstahl|Kliffwerke|Tannchemie|Lauener Bank|Hafenlicht|Dornbau'),
    headline: 'Aktie von {name} im Handel',
    slug: 'Aktien',
    paragraphs: [
      'Die Aktie von {name} hat am Dienstag im Handel an der Börse um {d} Prozent zugelegt.',
      'Zuletzt stand das Papier von {name} bei {d} Kronen. Der Höchstkurs der vergangenen Wochen lag bei {d} Kronen, der Tiefstkurs bei {d} Kronen.',
      'Experten gehen im Mittel von einem Kursziel von {n} Kronen aus. Im laufenden Jahr rechnen sie mit einem Gewinn von {d} Kronen je Aktie.',
      'Das Papier von {other} verlor dagegen {d} Prozent und ging mit {n} Kronen aus dem Handel.',
      'Dieser Bericht wurde aus den Daten der Börse automatisch erstellt.',
    ],
  },
]

export const spanishTemplates: readonly Template[] = [
  {
    name: 'sorteo',
    names: list('Almagre|Villanieve|Cerro Pardo|Montelirio|Valdespuma|Torrecanto'),
    headline: 'Sorteo de {name}: números premiados',
    slug: 'Sorteo',
    paragraphs: [
      'El sorteo de la lotería de {name} celebrado este martes dejó los números {n}, {n}, {n}, {n} y {n}, con el complementario {n}.',
      'En {name} hubo {n} acertantes de cuatro números, que cobrarán {d} coronas cada uno. El bote para el próximo sorteo será de {n} millones.',
      'Los premios pueden cobrarse durante tres meses en cualquier despacho autorizado, con un documento de identidad y el boleto original sin tachaduras ni roturas.',
      'El sorteo anterior, celebrado en {other}, dejó {n} acertantes.',
    ],
  },
]
