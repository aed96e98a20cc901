import type { CaptionWords } from '../caption-words.ts'

export const sk: CaptionWords = {
  months:
    'januara|januar|januari februara|februar|februari marca|marec|marci aprila|april|aprili maja|maj|maji juna|jun|juni jula|jul|juli augusta|august|auguste septembra|september|septembri oktobra|oktober|oktobri novembra|november|novembri decembra|december|decembri',
  weekdays: 'nedela|nedelu pondelok utorok streda|stredu stvrtok piatok sobota|sobotu',
  functionWords: 'vo v s so sa a i na pocas pri je su bol bola bolo boli ktory ktora ktore jeho jej ich ze',
  negations: 'nie nebol nebola nebude nema bez nikdy nikto nic ziadny ziadna ziadne ani',
  opposites: 's|bez',
  subordinators: 'ked zatial',
  numbers: 'dva|2 dve|2 tri|3 styri|4 pat|5 sest|6 sedem|7 osem|8 devat|9 desat|10',
  positions: 'vlavo vpravo uprostred zlava sprava pozadi popredi',
  shortForms: '',
  pictureWords: 'foto snimka archiv archivna ilustracne',
  tellingWords: 'do od po pred pre cez',
}
