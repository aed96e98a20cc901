import type { CaptionWords } from '../caption-words.ts'

export const hu: CaptionWords = {
  months:
    'januar|januarban|jan februar|februarban|febr marcius|marciusban|marc aprilis|aprilisban|apr majus|majusban|maj junius|juniusban|jun julius|juliusban|jul augusztus|augusztusban|aug szeptember|szeptemberben|szept oktober|oktoberben|okt november|novemberben|nov december|decemberben|dec',
  weekdays: 'vasarnap hetfo|hetfon kedd|kedden szerda|szerdan csutortok|csutortokon pentek|penteken szombat|szombaton',
  functionWords: 'a az egy es is hogy volt van vannak aki amely ami ez en an',
  negations: 'nem sem ne nincs nincsenek nelkul soha senki semmi',
  opposites: '',
  subordinators: 'mikozben amikor',
  numbers: 'ketto|2 ket|2 harom|3 negy|4 ot|5 hat|6 het|7 nyolc|8 kilenc|9 tiz|10',
  positions: 'balra jobbra bal jobb kozepen balrol jobbrol',
  shortForms: '',
  pictureWords: 'foto kep kepen felvetel archiv illusztracio',
}
