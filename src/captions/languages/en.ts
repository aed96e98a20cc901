import type { CaptionWords } from '../caption-words.ts'

export const en: CaptionWords = {
  months:
    'january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov december|dec',
  weekdays: 'sunday monday tuesday|tues wednesday thursday|thurs friday saturday',
  functionWords:
    'a an the of in on at by for with to from into onto and or but as is are was were be been being has have had will would its his her their that which who whom this these those it he she they during near over under after before through about between against amid among within along around off out up down per via than then also where when while',
  negations: 'not no never nor without neither none cannot nobody nothing denies denied fails failed refuses refused',
  opposites:
    'from|into from|to into|out in|out up|down before|after inside|outside over|under with|without for|against on|off above|below his|her he|she during|after during|before',
  subordinators: 'as while with before after when where',
  numbers: 'two|2 three|3 four|4 five|5 six|6 seven|7 eight|8 nine|9 ten|10 eleven|11 twelve|12 one|1',
  positions: 'left right center centre top bottom front rear back second third foreground background middle',
  shortForms:
    'gov|governor sen|senator rep|representative lt|lieutenant col|colonel gen|general sgt|sergeant capt|captain maj|major pres|president mt|mount ft|fort st|saint dr|doctor prof|professor rev|reverend dept|department vs|v pct|percent natl|national intl|international l|left r|right c|center bros|brothers adm|admiral cmdr|commander atty|attorney supt|superintendent mr|mister',
  pictureWords:
    'photo photos photograph picture image images file handout courtesy undated video frame screenshot caption',
}
