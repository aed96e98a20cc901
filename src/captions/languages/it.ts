import type { CaptionWords } from '../caption-words.ts'

export const it: CaptionWords = {
  months:
    'gennaio|gen febbraio|feb marzo|mar aprile|apr maggio|mag giugno|giu luglio|lug agosto|ago settembre|set|sett ottobre|ott novembre|nov dicembre|dic',
  weekdays: 'domenica lunedi martedi mercoledi giovedi venerdi sabato',
  functionWords:
    'il lo la i gli le un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal dalla dai in nel nello nella nei nelle su sul sulla sui con per tra fra e ed o ma che chi cui si e sono era erano ha hanno suo sua suoi loro questo questa durante dopo prima contro verso come l d un dell all nell dall sull',
  negations: 'non mai senza ne nessun nessuno nessuna niente nulla',
  opposites: 'con|senza prima|dopo per|contro su|sotto durante|dopo durante|prima',
  subordinators: 'mentre quando con dopo prima',
  numbers: 'due|2 tre|3 quattro|4 cinque|5 sei|6 sette|7 otto|8 nove|9 dieci|10 undici|11 dodici|12',
  positions: 'sinistra destra centro alto basso sfondo',
  shortForms: 'sx|sinistra dx|destra s|san sig|signor dott|dottor on|onorevole',
  pictureWords: 'foto fotografia immagine immagini archivio repertorio frame',
}
