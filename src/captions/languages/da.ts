import type { CaptionWords } from '../caption-words.ts'

export const da: CaptionWords = {
  months:
    'januar|jan februar|feb marts april|apr maj juni|jun juli|jul august|aug september|sept|sep oktober|okt november|nov december|dec',
  weekdays: 'sondag|soendag mandag tirsdag onsdag torsdag fredag lordag|loerdag',
  functionWords:
    'en et den det de af i pa til fra for med om under over ved hos mod mellem og eller men som at er var bliver blev har havde sig sin sit sine hans hendes deres da efter for der ha',
  negations: 'ikke aldrig uden ingen intet hverken',
  opposites: 'med|uden for|efter fra|til over|under hans|hendes under|efter under|for',
  subordinators: 'mens da som efter for',
  numbers: 'to|2 tre|3 fire|4 fem|5 seks|6 syv|7 otte|8 ni|9 ti|10 elleve|11 tolv|12',
  positions: 'venstre hojre midten baggrunden forgrunden',
  shortForms: 'tv|venstre th|hojre kl|klokken',
  pictureWords: 'foto billede billedet arkivfoto arkiv modelfoto',
}
