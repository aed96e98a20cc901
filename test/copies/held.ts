import type { MadeSet } from './made.ts'
import type { Template } from './templates.ts'
import { english, german, spanish } from './words.ts'
import type { Lexicon } from './words.ts'

// This part was written down before any rule was tuned and was scored only after: a language, forms and a seed that the
// rules have not seen. Keep it so; a rule that fails here is mended with stories added to the other part.
const list = (text: string): readonly string[] => text.split('|').map((word) => word.trim())

const french: Lexicon = {
  language: 'fr',
  people: list(
    'Solène Marquant|Basile Orvault|Clémence Duthil|Édouard Kerlan|Fanny Brossolet|Gaspard Lenormois|Ilse Vauquelan|Rémi Castaing-Lô|Zélie Fontarel',
  ),
  places: list(
    'Port-Brume|Saint-Aubrac|Les Salines Hautes|Clairval|Montfaillon|La Roche-Dure|Vieux-Canal|Pontarsec|Grande-Écluse',
  ),
  bodies: list(
    'le conseil du port|la préfecture|le syndicat des eaux|la cour d’appel|la régie des trams|le rectorat|la coopérative laitière|l’agence du logement|le musée maritime|la chambre des comptes',
  ),
  actions: list('approuve|repousse|rejette|examine|critique|défend|suspend|élargit|annonce|finance|restaure'),
  things: list(
    'un projet d’élargissement du canal nord|la vente de quarante vieux tramways|de nouvelles limites pour les filets à hareng|la réparation de la tour des signaux|un péage pour les camions lourds|la fusion de deux écoles de village|l’exportation de meubles en cèdre|la recherche d’un navire disparu|le budget de l’opéra|un tunnel sous la place du marché|la licence d’une carrière',
  ),
  ways: list(
    'après un débat jusque tard dans la nuit|presque sans opposition|contre l’avis de ses ingénieurs|dans une lettre aux riverains|à une courte majorité|après des semaines de protestations|à la demande des assureurs|à la surprise des agriculteurs|malgré un avertissement des auditeurs',
  ),
  reasons: list(
    'parce que les réserves sont presque épuisées|puisque les pompes ont lâché deux fois|comme les locataires le demandent depuis des années|afin que les petits bateaux puissent s’amarrer|parce que personne n’a mesuré les fissures|puisque le bois ne cesse de renchérir|pour garder la clinique ouverte|parce que les plans ont été perdus|faute de bénévoles',
  ),
  times: list('lundi|tard mardi|mercredi matin|jeudi|ce week-end|la semaine dernière|en début de saison'),
  frames: [
    '{Body} {does} {thing} {way}.',
    '{who}, de {place}, a déclaré {when} que {body} {does} {thing} {why}.',
    'Quelque {n} personnes se sont rassemblées à {place} {when}, {why}.',
    'À {place}, {who} parle d’une erreur : {body} {does} {thing} {way}.',
    'Environ {n} foyers de {place} sont touchés {why}, selon {body}.',
    '{who} et {who2} se sont opposés {way} au sujet de ceci : {thing}.',
    'Pour {place}, {thing} compte {why}, a souligné {who}.',
    '{who}, qui habite {place}, a perdu {n} couronnes {why}.',
  ],
  said: 'a dit',
}

const frenchTemplates: readonly Template[] = [
  {
    name: 'meteo',
    names: list('Port-Brume|Clairval|Pontarsec|Montfaillon|Saint-Aubrac'),
    headline: 'Météo à {name} : {n} degrés',
    slug: 'Meteo',
    paragraphs: [
      'Le thermomètre affichera {n} degrés à {name} dans l’après-midi, avec un vent de {n} kilomètres à l’heure.',
      'Le ciel restera voilé sur {name} jusqu’au soir et les averses reviendront dans la nuit. Il est conseillé de ne pas laisser d’objets légers sur les balcons et de rouler prudemment sur le littoral.',
      'À {other}, il fera {n} degrés. L’indice de la qualité de l’air y sera de {n} sur cent.',
    ],
  },
]

const heldTemplates: readonly Template[] = [
  {
    name: 'sale',
    names: list('Osric Row|Fallow Street|Tallow Lane|Kestrel Avenue|Harrow Court|Loxley Square'),
    headline: 'House on {name} sold',
    slug: 'Property Sales',
    paragraphs: [
      'A house on {name} with {n} square metres of floor has changed hands for {n} thousand crowns.',
      'The deed was recorded in the land register in the second week of the month. The price works out at {n} crowns a square metre. The house on {name} was built {n} years ago and stands on a plot of {n} square metres.',
      'Other houses nearby were sold of late: in {other} a house of {n} square metres went for {n} thousand crowns.',
      'This account was put together from public records; it says nothing of the condition of the building.',
    ],
  },
]

/** The part that is looked at when everything is done. */
export const heldSet: MadeSet = {
  seed: 90210,
  lexicons: [
    { words: french, originals: 9, templates: frenchTemplates },
    { words: english, originals: 8, templates: heldTemplates },
    { words: german, originals: 4, templates: [] },
    { words: spanish, originals: 4, templates: [] },
  ],
}
