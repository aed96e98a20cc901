import type { CaptionWords } from '../caption-words.ts'

export const nl: CaptionWords = {
  months:
    'januari|jan februari|feb maart|mrt april|apr mei juni|jun juli|jul augustus|aug september|sept|sep oktober|okt november|nov december|dec',
  weekdays: 'zondag maandag dinsdag woensdag donderdag vrijdag zaterdag',
  functionWords:
    'de het een van in op aan bij met naar uit door voor over onder tot om te en of maar dat die dit deze is zijn was waren wordt worden werd werden heeft hebben had zich haar hun als ook na tijdens tegen tussen hij zij ze er waar toen',
  negations: 'niet geen nooit zonder noch niemand niets',
  opposites: 'met|zonder voor|na voor|tegen hij|zij zijn|haar in|uit boven|onder tijdens|na tijdens|voor',
  subordinators: 'terwijl als met nadat voordat toen',
  numbers: 'twee|2 drie|3 vier|4 vijf|5 zes|6 zeven|7 acht|8 negen|9 tien|10 elf|11 twaalf|12',
  positions: 'links rechts midden boven onder achtergrond voorgrond',
  shortForms: 'l|links r|rechts m|midden dr|doctor prof|professor',
  pictureWords: 'foto fotos beeld afbeelding archieffoto archiefbeeld archief illustratie',
}
