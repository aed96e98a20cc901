import type { CaptionWords } from '../caption-words.ts'

export const sv: CaptionWords = {
  months:
    'januari|jan februari|feb mars april|apr maj juni|jun juli|jul augusti|aug september|sept|sep oktober|okt november|nov december|dec',
  weekdays:
    'sondag|sondagen mandag|mandagen tisdag|tisdagen onsdag|onsdagen torsdag|torsdagen fredag|fredagen lordag|lordagen',
  functionWords:
    'en ett den det de av i pa at till fran for med om under over vid hos mot mellan och eller men som att ar var blir har hade sig sin sitt sina hans hennes deras nar efter fore innan dar ha bli',
  negations: 'inte ej icke aldrig utan ingen inget inga varken',
  opposites: 'med|utan fore|efter innan|efter fran|till over|under hans|hennes under|efter under|fore',
  subordinators: 'medan nar som efter innan',
  numbers: 'tva|2 tre|3 fyra|4 fem|5 sex|6 sju|7 atta|8 nio|9 tio|10 elva|11 tolv|12',
  positions: 'vanster hoger mitten bakgrunden forgrunden',
  shortForms: 'tv|vanster th|hoger kl|klockan',
  pictureWords: 'foto bild bilden arkivbild arkivfoto arkiv genrebild pressbild',
}
