import type { CaptionWords } from '../caption-words.ts'

export const cs: CaptionWords = {
  months:
    'ledna|leden|lednu unora|unor|unoru brezna|brezen|breznu dubna|duben|dubnu kvetna|kveten|kvetnu cervna|cerven|cervnu cervence|cervenec|cervenci srpna|srpen|srpnu zari rijna|rijen|rijnu listopadu|listopad prosince|prosinec|prosinci',
  weekdays: 'nedele|nedeli pondeli utery|uterek streda|stredu ctvrtek patek sobota|sobotu',
  functionWords: 've v s se a i na behem pri je jsou byl byla bylo byli byly ktery ktera ktere jeho jeji jejich ze',
  negations: 'ne neni nejsou nebyl nebyla nebude nema bez nikdy nikdo nic zadny zadna zadne ani',
  opposites: 's|bez',
  subordinators: 'kdyz zatimco',
  numbers: 'dva|2 dve|2 tri|3 ctyri|4 pet|5 sest|6 sedm|7 osm|8 devet|9 deset|10',
  positions: 'vlevo vpravo uprostred zleva zprava pozadi popredi',
  shortForms: '',
  pictureWords: 'foto snimek snimku archiv archivni ilustracni',
  tellingWords: 'do od po pred pro pres',
}
