import type { CaptionWords } from '../caption-words.ts'

export const pl: CaptionWords = {
  months:
    'stycznia|styczen|styczniu lutego|luty|lutym marca|marzec|marcu kwietnia|kwiecien|kwietniu maja|maj|maju czerwca|czerwiec|czerwcu lipca|lipiec|lipcu sierpnia|sierpien|sierpniu wrzesnia|wrzesien|wrzesniu pazdziernika|pazdziernik|pazdzierniku listopada|listopad|listopadzie grudnia|grudzien|grudniu',
  weekdays: 'niedziela|niedziele poniedzialek wtorek sroda|srode czwartek piatek sobota|sobote',
  functionWords:
    'i oraz podczas w we z ze na sie jest sa byl byla bylo byli byly ktory ktora ktore ktorzy jego jej ich r',
  negations: 'nie bez nigdy nikt nic zaden zadna zadne ani',
  opposites: 'z|bez na|z',
  subordinators: 'gdy kiedy',
  numbers:
    'dwa|2 dwie|2 dwoch|2 trzy|3 trzech|3 cztery|4 czterech|4 piec|5 szesc|6 siedem|7 osiem|8 dziewiec|9 dziesiec|10',
  positions: 'lewej prawej lewo prawo srodku srodka tle',
  shortForms: 'ul|ulica',
  pictureWords: 'fot zdjecie zdjeciu zdjecia fotografia archiwum archiwalne ilustracyjne',
  tellingWords: 'do od po przed przy dla przez',
}
