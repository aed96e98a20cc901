import type { CaptionWords } from '../caption-words.ts'

export const no: CaptionWords = {
  months:
    'januar|jan februar|feb mars april|apr mai juni|jun juli|jul august|aug september|sept|sep oktober|okt november|nov desember|des',
  weekdays: 'sondag|soendag mandag tirsdag onsdag torsdag fredag lordag|loerdag',
  functionWords:
    'en et ei den det de av i pa til fra for med om under over ved hos mot mellom og eller men som at er var blir ble har hadde seg sin sitt sine hans hennes deres da etter for der a ha bli',
  negations: 'ikke aldri uten ingen intet verken',
  opposites: 'med|uten for|etter fra|til over|under hans|hennes under|etter under|for',
  subordinators: 'mens da som etter for',
  numbers: 'to|2 tre|3 fire|4 fem|5 seks|6 sju|7 syv|7 atte|8 ni|9 ti|10 elleve|11 tolv|12',
  positions: 'venstre hoyre midten bakgrunnen forgrunnen',
  shortForms: 'tv|venstre th|hoyre kl|klokken',
  pictureWords: 'foto bilde bildet arkivfoto arkivbilde arkiv illustrasjonsfoto',
}
