import type { CaptionWords } from '../caption-words.ts'

export const fi: CaptionWords = {
  months:
    'tammikuu|tammikuuta|tammikuussa helmikuu|helmikuuta|helmikuussa maaliskuu|maaliskuuta|maaliskuussa huhtikuu|huhtikuuta|huhtikuussa toukokuu|toukokuuta|toukokuussa kesakuu|kesakuuta|kesakuussa heinakuu|heinakuuta|heinakuussa elokuu|elokuuta|elokuussa syyskuu|syyskuuta|syyskuussa lokakuu|lokakuuta|lokakuussa marraskuu|marraskuuta|marraskuussa joulukuu|joulukuuta|joulukuussa',
  weekdays:
    'sunnuntai|sunnuntaina maanantai|maanantaina tiistai|tiistaina keskiviikko|keskiviikkona torstai|torstaina perjantai|perjantaina lauantai|lauantaina',
  functionWords:
    'ja tai mutta etta joka jotka on ovat oli olivat sen se ne han he hanen heidan kun myos seka jossa jolla mukaan kanssa aikana jalkeen ennen',
  negations: 'ei eivat en emme ilman',
  opposites: 'ennen|jalkeen kanssa|ilman',
  subordinators: 'kun samalla',
  numbers: 'kaksi|2 kolme|3 nelja|4 viisi|5 kuusi|6 seitseman|7 kahdeksan|8 yhdeksan|9 kymmenen|10',
  positions: 'vasemmalla oikealla keskella vas oik taustalla edessa',
  shortForms: 'vas|vasemmalla oik|oikealla kesk|keskella',
  pictureWords: 'kuva kuvat kuvassa arkistokuva kuvituskuva',
}
