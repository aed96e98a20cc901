/** An invented publisher. */
export interface Outlet {
  readonly name: string
  readonly domain: string
  readonly language: string
  readonly agency: boolean
  readonly credit: string
  readonly tag: string
  /** What stands below every story. */
  readonly tail: string
  /** What stands in the middle of many. */
  readonly aside: string
}

const agency = (name: string, credit: string, tag: string): Outlet => ({
  name,
  domain: `${name}.example`,
  language: '',
  agency: true,
  credit,
  tag,
  tail: '',
  aside: '',
})

const paper = (language: string, name: string, tail: string, aside: string): Outlet => ({
  name,
  domain: `${name}.example`,
  language,
  agency: false,
  credit: '',
  tag: 'STAFF',
  tail,
  aside,
})

export const outlets: readonly Outlet[] = [
  agency('nordwire', 'Nordwire', 'NDW'),
  agency('meridian-press', 'Meridian Press', 'MPA'),
  paper(
    'en',
    'quillsbury-courier',
    'The Quillsbury Courier is written, printed and delivered by forty people between the two rivers. If you value reporting from the valley, please consider a subscription from nine crowns a month, which also brings you the weekend supplement and every crossword since the paper was founded.',
    'Want more stories like this one? Our morning letter brings the five things you need to know from Quillsbury and the coast to your inbox before seven.',
  ),
  paper(
    'en',
    'ellery-tribune',
    'You can reach the newsroom of the Tribune day and night. Corrections are printed on page two and appear at the foot of the page online, with the time at which they were made.',
    'Readers of the Tribune can comment on this article until midnight; comments are read by an editor before they appear and carry the name of their author.',
  ),
  paper(
    'en',
    'harrowmere-post',
    'Tell us what you think: the letters page of the Harrowmere Post is open to everyone in the district, and the best letter of the week wins a hamper from the market hall.',
    '',
  ),
  paper(
    'en',
    'saltmarsh-standard',
    '',
    'Listen to the Saltmarsh Standard podcast, in which two of our reporters walk from one end of the county to the other and talk to whoever opens the door.',
  ),
  paper('en', 'westergate-echo', '', ''),
  paper(
    'de',
    'moewenhafener-anzeiger',
    'Der Möwenhafener Anzeiger erscheint an jedem Werktag und wird von der Genossenschaft seiner Leser getragen. Wer mitmachen will, zeichnet einen Anteil in der Geschäftsstelle am alten Speicher oder schreibt an die Redaktion, die alle Briefe beantwortet.',
    'Lesen Sie auch morgen wieder, was an der Küste geschieht: unser Rundbrief kommt um sechs Uhr und kostet nichts.',
  ),
  paper(
    'de',
    'birkenwerft-bote',
    'Haben Sie einen Fehler gefunden? Die Redaktion des Boten freut sich über jeden Hinweis und berichtigt ihn noch am selben Tag auf dieser Seite.',
    '',
  ),
  paper('de', 'oberland-blatt', '', ''),
  paper(
    'es',
    'diario-almagre',
    'El Diario de Almagre se imprime cada noche en los talleres del puerto viejo. Suscríbase por nueve coronas al mes y reciba también el suplemento dominical con los crucigramas y las recetas de toda la comarca.',
    'Siga la actualidad de la costa en nuestro boletín de la mañana, gratuito para todos los lectores del Diario.',
  ),
  paper(
    'es',
    'eco-villanieve',
    '',
    'Los lectores del Eco pueden comentar esta noticia hasta la medianoche con su nombre y apellido.',
  ),
  paper(
    'es',
    'hoja-del-rio',
    'La Hoja del Río corrige sus errores al pie de la página y anota la hora en que lo hizo.',
    '',
  ),
  paper(
    'fr',
    'courrier-de-brume',
    'Le Courrier de Brume est un journal de ses lecteurs. Pour soutenir une rédaction de vingt personnes, abonnez-vous à partir de neuf couronnes par mois et recevez le supplément du samedi avec ses mots croisés.',
    'Chaque matin, notre lettre vous raconte la côte en cinq minutes, gratuitement et sans publicité.',
  ),
  paper('fr', 'echo-des-salines', '', ''),
  paper(
    'fr',
    'voix-du-canal',
    'Une erreur dans cet article ? La rédaction de la Voix du Canal corrige le jour même et le dit ici.',
    '',
  ),
]
