/** Words of invented stories by language: nothing and nobody in them exists. */
export interface Lexicon {
  readonly language: string
  readonly people: readonly string[]
  readonly places: readonly string[]
  readonly bodies: readonly string[]
  readonly actions: readonly string[]
  readonly things: readonly string[]
  readonly ways: readonly string[]
  readonly reasons: readonly string[]
  readonly times: readonly string[]
  /** Sentences with holes: {who}, {place}, {body}, {does}, {thing}, {way}, {why}, {when}, {n}. */
  readonly frames: readonly string[]
  readonly said: string
}

const list = (text: string): readonly string[] => text.split('|').map((word) => word.trim())

export const english: Lexicon = {
  language: 'en',
  people: list(
    'Mara Vint|Osric Tallow|Ines Kestrel|Bram Oduya-Lind|Petra Wain|Jonah Sallis|Thea Morrow|Kit Aldane|Ruda Fenn|Calla Brandt|Emeric Stroud|Nadia Pell|Ivo Harrow|Sunniva Crake|Tobias Marl|Greta Ashby|Leon Varga-Holt|Odile Senn|Marcus Threlk|Yana Colby|Desmond Ure|Alba Finch-Rowe|Silas Quarm|Hedda Loxley',
  ),
  places: list(
    'Port Ellery|Harrowmere|Castle Vinn|Lower Tarn|Quillsbury|Marlock Bay|Ostrava Flats|Dunmarrow|Westergate|Fallow Hill|Brindle Cross|Kettering Sound|Ravensholt|Saltmarsh|New Aldwick|Pennarth|Thornby|Cobalt Springs|Eastwick Reach|Graymoor|Lanternhead|Sorrel Valley',
  ),
  bodies: list(
    'the harbour board|the county council|the dairy growers union|the transit authority|the school district|a parliamentary committee|the fisheries ministry|the teachers federation|the public works office|the regional hospital trust|the river commission|the housing agency|the electricity regulator|the coast guard|the museum trustees|the weather bureau|the state prosecutor|an appeals court|the planning inspectorate|the farm lobby|the rail operator|the port workers guild|the ambulance service|the census office',
  ),
  actions: list(
    'approved|postponed|rejected|reviewed|criticised|defended|suspended|expanded|withdrew|announced|renegotiated|inspected|abandoned|rescued|doubled|questioned|financed|closed|reopened|auctioned|restored|delayed|audited|endorsed',
  ),
  things: list(
    'a plan to widen the northern canal|the sale of forty idle trams|new limits on herring nets|the contract for a hillside reservoir|a subsidy for wool mills|the repair of the old signal tower|rules for night flights over the estuary|a bridge toll for heavy lorries|the merger of two village schools|a vaccine trial among sheep farmers|the export of cedar furniture|a pension scheme for deckhands|the search for a missing survey vessel|an inquiry into flooded basements|the budget of the opera house|a tunnel beneath the market square|the licence of a gravel quarry|free meals for apprentices|the recall of faulty gas meters|a monument to the lighthouse keepers|the cleanup of a tannery site|the lease of three grain silos|a ban on plastic fishing crates|the route of the coastal railway',
  ),
  ways: list(
    'after a debate that ran past midnight|with hardly a dissenting voice|against the advice of its own engineers|in a letter to residents|during an unusually heated session|by the narrowest of margins|without naming the supplier|following weeks of protests|under pressure from shopkeepers|at the request of insurers|despite a warning from auditors|to the surprise of local growers|amid falling tax receipts|before cameras were allowed in|in spite of the heavy rain|while negotiators were still talking',
  ),
  reasons: list(
    'because the winter stocks are nearly exhausted|since the old pumps failed twice in spring|as tenants had demanded for years|so that smaller boats can moor safely|because nobody had measured the cracks|as the price of timber kept climbing|in order to keep the clinic open|since lenders asked for new guarantees|because the original drawings were lost|as passengers complained of crowded platforms|so that inspectors may enter at any hour|because volunteers could no longer cope|as the thaw came three weeks early|since a similar scheme had collapsed elsewhere',
  ),
  times: list(
    'on Monday|late on Tuesday|on Wednesday morning|on Thursday|early on Friday|over the weekend|last week|this month|at the start of the season|two days earlier',
  ),
  frames: list(
    '{Body} {does} {thing} {when} {way}.|{who} of {place} said {body} {does} {thing} {why}.|"{why2}," {who} told reporters in {place}, "and that is why {body} {does} {thing}."|About {n} people gathered in {place} {when} when {body} {does} {thing}.|In {place}, {who} called it a mistake that {body} {does} {thing} {way}.|{who}, who lives near {place}, lost {n} crowns {why}.|The decision came {way}, {who} said, and {body} later {does} {thing}.|Some {n} households in {place} are affected {why}, according to {body}.|{Body} had {does} {thing} once before, {who} recalled {when}.|Officials in {place} counted {n} complaints {when}, mostly {why}.|{who} and {who2} disagreed {way} over {thing}.|For {place}, {thing} matters {why}, said {who}.',
  ),
  said: 'said',
}

export const german: Lexicon = {
  language: 'de',
  people: list(
    'Liv Ahrendsen|Konrad Falkner-Moos|Birte Sandvoss|Emil Drachfeld|Jule Wittrock|Arno Pielmann|Svea Lindauer|Theo Grabow|Ragna Hellwege|Moritz Tannhof|Edda Kreuzlinger|Falk Overbeck',
  ),
  places: list(
    'Möwenhafen|Altenbrook|Süderkliff|Tannrode am See|Kaltenquell|Birkenwerft|Oberlauen|Westermoor|Grünhagen|Felsenau|Dornbrück|Hallersiel',
  ),
  bodies: list(
    'der Hafenrat|die Kreisverwaltung|das Fischereiamt|der Schulverband|die Wasserbehörde|das Landgericht|der Stadtrat|die Klinikgesellschaft|der Bauernbund|die Bahnaufsicht|das Denkmalamt|der Rechnungshof',
  ),
  actions: list(
    'verschiebt|genehmigt|kritisiert|prüft|verwirft|erweitert|bezahlt|verteidigt|stoppt|versteigert|erneuert|untersucht',
  ),
  things: list(
    'den Ausbau des nördlichen Kanals|den Verkauf von vierzig alten Straßenbahnen|neue Grenzen für Heringsnetze|die Sanierung des Signalturms|eine Maut für schwere Lastwagen|die Fusion zweier Dorfschulen|den Export von Zedernmöbeln|die Suche nach einem Vermessungsschiff|den Haushalt des Opernhauses|einen Tunnel unter dem Marktplatz|die Lizenz für einen Steinbruch|kostenlose Mahlzeiten für Lehrlinge',
  ),
  ways: list(
    'nach einer Debatte bis tief in die Nacht|fast ohne Gegenstimme|gegen den Rat der eigenen Ingenieure|in einem Brief an die Anwohner|mit denkbar knapper Mehrheit|nach wochenlangen Protesten|auf Wunsch der Versicherer|zur Überraschung der Landwirte|trotz einer Warnung der Prüfer|bei strömendem Regen',
  ),
  reasons: list(
    'weil die Vorräte fast aufgebraucht sind|da die alten Pumpen zweimal ausfielen|wie die Mieter seit Jahren fordern|damit kleine Boote sicher anlegen können|weil niemand die Risse gemessen hat|da der Holzpreis weiter steigt|um die Ambulanz offen zu halten|weil die Pläne verloren gingen|da die Schmelze drei Wochen zu früh kam|weil Freiwillige fehlen',
  ),
  times: list(
    'am Montag|am späten Dienstag|am Mittwochmorgen|am Donnerstag|am Wochenende|in der vergangenen Woche|zum Saisonbeginn',
  ),
  frames: list(
    '{Body} {does} {thing} {way}.|{who} aus {place} sagte {when}, {body} {does} {thing}, {why}.|Rund {n} Menschen versammelten sich {when} in {place}, {why}.|In {place} nannte {who} es einen Fehler, denn {body} {does} {thing} {way}.|{who}, Nachbar aus {place}, verlor {n} Kronen, {why}.|Etwa {n} Haushalte in {place} sind betroffen, {why}, teilte {body} mit.|{who} und {who2} stritten {way} über {thing}.|Für {place} zählt {thing}, {why}, erklärte {who} {when}.',
  ),
  said: 'sagte',
}

export const spanish: Lexicon = {
  language: 'es',
  people: list(
    'Amaya Roldín|Bruno Castellar|Jimena Orduz|Lautaro Peñalba|Nuria Velasque|Oriol Santamera|Pilar Donaire|Tadeo Murillano|Úrsula Beltraneja|Xavier Cordobés Lan',
  ),
  places: list(
    'Puerto Almagre|Villanieve|San Telmo del Río|Cerro Pardo|La Garza Alta|Montelirio|Aguas Quietas|Valdespuma|Torrecanto|Isla Mediana',
  ),
  bodies: list(
    'la junta del puerto|el consejo comarcal|el ministerio de pesca|la cooperativa lechera|el tribunal de apelación|la comisión del río|el sindicato docente|la agencia de vivienda|el servicio de ambulancias|la oficina del censo',
  ),
  actions: list('aprobó|aplazó|rechazó|revisó|criticó|defendió|suspendió|amplió|anunció|financió|subastó|restauró'),
  things: list(
    'un plan para ensanchar el canal norte|la venta de cuarenta tranvías viejos|nuevos límites para las redes de arenque|la reparación de la torre de señales|un peaje para camiones pesados|la fusión de dos escuelas rurales|la exportación de muebles de cedro|la búsqueda de un buque perdido|el presupuesto de la ópera|un túnel bajo la plaza del mercado|la licencia de una cantera|comidas gratuitas para aprendices',
  ),
  ways: list(
    'tras un debate que pasó de la medianoche|casi sin votos en contra|contra el consejo de sus ingenieros|en una carta a los vecinos|por un margen muy estrecho|tras semanas de protestas|a petición de las aseguradoras|para sorpresa de los agricultores|pese a la advertencia de los auditores|bajo una lluvia intensa',
  ),
  reasons: list(
    'porque las reservas casi se agotaron|ya que las bombas fallaron dos veces|como los inquilinos pedían desde hace años|para que las barcas pequeñas amarren seguras|porque nadie midió las grietas|ya que la madera sigue subiendo|para mantener abierta la clínica|porque los planos se perdieron|ya que el deshielo llegó antes|porque faltan voluntarios',
  ),
  times: list(
    'el lunes|a última hora del martes|el miércoles por la mañana|el jueves|durante el fin de semana|la semana pasada|al inicio de la temporada',
  ),
  frames: list(
    '{Body} {does} {thing} {when} {way}.|{who}, de {place}, dijo que {body} {does} {thing} {why}.|Unas {n} personas se reunieron en {place} {when} cuando {body} {does} {thing}.|En {place}, {who} calificó de error que {body} {does} {thing} {way}.|{who}, vecina de {place}, perdió {n} coronas {why}.|Cerca de {n} hogares de {place} están afectados {why}, según {body}.|{who} y {who2} discreparon {way} sobre {thing}.|Para {place}, {thing} importa {why}, señaló {who}.',
  ),
  said: 'dijo',
}
