import type { CaptionWords } from '../caption-words.ts'

export const de: CaptionWords = {
  months:
    'januar|jan|janner|jaenner februar|feb|feber marz|maerz april|apr mai juni|jun juli|jul august|aug september|sept|sep oktober|okt november|nov dezember|dez',
  weekdays: 'sonntag montag dienstag mittwoch donnerstag freitag samstag|sonnabend',
  functionWords:
    'der die das des dem den ein eine einer eines einem einen und oder aber als auch an am im in ins auf aus bei beim mit nach von vom vor zu zum zur fur uber unter um durch gegen ist sind war waren wird werden wurde wurden hat haben hatte sich sein seine seiner seinen seinem ihr ihre ihrer ihren dass wie dieser diese dieses es er sie man wo da bis seit wahrend',
  negations: 'nicht kein keine keinen keiner keinem nie niemals ohne weder niemand nichts',
  opposites:
    'vor|nach mit|ohne fur|gegen uber|unter er|sie sein|ihr seine|ihre aus|ins auf|ab hinauf|hinunter herein|hinaus wahrend|nach wahrend|vor',
  subordinators: 'wahrend als mit nachdem bevor wahrenddessen',
  numbers: 'zwei|2 drei|3 vier|4 funf|5 sechs|6 sieben|7 acht|8 neun|9 zehn|10 elf|11 zwolf|12',
  positions: 'links rechts mitte oben unten vorne hinten hintergrund vordergrund vorn',
  shortForms:
    'l|links li|links r|rechts re|rechts m|mitte dr|doktor prof|professor st|sankt bgm|burgermeister mio|millionen mrd|milliarden',
  pictureWords: 'foto fotos bild bilder archivbild archivfoto symbolbild aufnahme archiv undatiert undatierte grafik',
}
