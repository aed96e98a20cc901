import type { CaptionWords } from '../caption-words.ts'

export const is: CaptionWords = {
  months:
    'januar|jan februar|feb mars april|apr mai juni juli agust september|sept oktober|okt november|nov desember|des',
  weekdays:
    'sunnudag|sunnudagur|sunnudaginn manudag|manudagur|manudaginn þriðjudag|þriðjudagur|þriðjudaginn miðvikudag|miðvikudagur|miðvikudaginn fimmtudag|fimmtudagur|fimmtudaginn fostudag|fostudagur|fostudaginn laugardag|laugardagur|laugardaginn',
  functionWords: 'og i a að er var voru eru hefur hafa sem hann hun þeir þau það sinn sina sinni',
  negations: 'ekki aldrei an enginn engin ekkert hvorki',
  opposites: 'með|an fyrir|eftir',
  subordinators: 'þegar meðan',
  numbers: 'tveir|2 tvo|2 tvaer|2 þrir|3 þrju|3 fjorir|4 fjogur|4 fimm|5 sex|6 sjo|7 atta|8 niu|9 tiu|10',
  positions: 'vinstri haegri miðju',
  shortForms: '',
  pictureWords: 'mynd ljosmynd myndin safni',
}
