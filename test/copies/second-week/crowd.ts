import { mulberry32 } from '../../../src/simulator/random.ts'
import type { Outlet } from '../newsroom/outlets.ts'
import { readSheet } from '../newsroom/sheets.ts'
import type { SheetStory } from '../newsroom/sheets.ts'
import { outlets } from './outlets.ts'

const towns =
  'Achterwehr|Bannstedt|Buchenhorst|Dornsee|Eckelsbüttel|Eschenau|Fahrenrode|Falkenhude|Gansedorf|Gielde|Grambeck|Hammelstedt|Hankenfelde|Hohenwisch|Ilmenrode|Jaderhagen|Kaltenbrook|Kirchlinde|Klosterholz|Kühsen|Lauenförde|Lindwerder|Lohbrügge|Marschrode|Meinsdorf|Moorlage|Mühlental|Nahrendorf|Neuenkamp|Nortrup|Oberbeke|Ostereide|Pattenhain|Poggendorf|Quarnstedt|Rabenkirch|Rehburg-Moor|Riepe|Rotenhahn|Salzbergen|Schaafheim|Seelwig|Siebenbäumen|Sottmar|Stedebergen|Tarmin|Thedinghof|Uhlenbrok|Ummern|Varlosen|Vierden|Wackerow|Wahrenholz|Wendisch Bork|Wiesmoor-Süd|Wittenhagen|Wolfsrade|Wremen|Zahrensen|Zweedorf'.split(
    '|',
  )
const people =
  'Anke Brodersen|Bernd Kühlhorn|Carla Wichmann|Detlef Osterloh|Eike Tammen|Frauke Niebuhr|Gesa Hollander|Hauke Lübbers|Imke Saathoff|Jörn Petrich|Katja Wendelken|Lars Ahlfeld|Meike Thormann|Nils Grotjahn|Okka Behrends|Peter Schlüter|Renate Vogelsang|Sönke Dirksen|Tomke Rieken|Ulf Bargmann|Wiebke Stoll'.split(
    '|',
  )

/** Twenty papers, set as the German papers are. */
export const members: Readonly<Record<string, Outlet>> = Object.fromEntries(
  towns.slice(0, 20).map((town, at) => {
    const papers = Object.values(outlets).filter((outlet) => outlet.agency !== true && outlet.language === 'de')
    const { furniture: _, ...like } = papers[at % papers.length]!
    const name = `blatt-${at}`
    return [name, { ...like, name: `${town}er Blatt`, domain: `${name}.example` }]
  }),
)

const form = `%%% wahl | Kommunalwahl
origin: dpa
head: {name} wird Bürgermeister in {ort}
line: {ort} (dpa) -
by: none
{name} ({partei}) hat die Bürgermeisterwahl in {ort} gewonnen. Auf {name} entfielen nach dem vorläufigen Ergebnis {pz} Prozent der Stimmen, wie die Gemeinde am Sonntagabend mitteilte.
{zweiter} ({partei2}) kam auf {pz2} Prozent. Die Wahlbeteiligung lag bei {wb} Prozent; wahlberechtigt waren {zahl} Menschen.
Die Amtszeit beträgt acht Jahre und beginnt am 1. November. Gewählt ist, wer mehr als die Hälfte der gültigen Stimmen erhält; sonst findet zwei Wochen später eine Stichwahl statt. Das endgültige Ergebnis stellt der Wahlausschuss der Gemeinde in öffentlicher Sitzung fest.
Dieser Text wurde automatisch aus den Daten der Wahlleitung erstellt.
`

/** An election night: sixty towns, one form, and each result printed by one paper, every other one cut. */
export function elections(): SheetStory[] {
  const chance = mulberry32(1848)
  const pick = (list: readonly string[]) => list[Math.floor(chance() * list.length)]!
  const parties = ['SPD', 'CDU', 'Grüne', 'FDP', 'parteilos', 'Wählergemeinschaft']
  const sections = towns.map((ort, at) => {
    const part = 50 + chance() * 25
    const values = {
      ort,
      name: people[at % people.length]!,
      zweiter: people[(at + 5) % people.length]!,
      partei: pick(parties),
      partei2: pick(parties),
      pz: part.toFixed(1).replace('.', ','),
      pz2: (98 - part).toFixed(1).replace('.', ','),
      wb: (40 + chance() * 30).toFixed(1).replace('.', ','),
      zahl: String(900 + Math.floor(chance() * 9000)),
    }
    const fields = Object.entries(values).map(([name, value]) => `${name}=${value}`)
    const time = new Date(Date.UTC(2026, 3, 12, 17, at * 3)).toISOString().slice(0, 16)
    const copy = `--- blatt-${(at * 7) % 20} | ${4 + (at % 30)} | ${at % 2 === 0 ? 'ganz' : 'gekürzt'}\n${at % 2 === 0 ? '*' : '@1-2'}\n`
    return `+++ dpa | ${time} | ${fields.join('; ')}\n${copy}`
  })
  return readSheet(`${form}\n${sections.join('')}`)
}
