import type { CaptionWords } from '../caption-words.ts'

export const he: CaptionWords = {
  months:
    'ינואר|בינואר פברואר|בפברואר מרץ|במרץ|מרס|במרס אפריל|באפריל מאי|במאי יוני|ביוני יולי|ביולי אוגוסט|באוגוסט ספטמבר|בספטמבר אוקטובר|באוקטובר נובמבר|בנובמבר דצמבר|בדצמבר',
  // "יום שני" is Monday, "שני" alone is "second" and "two": they stay words
  weekdays: '- - - - - - -',
  functionWords: 'של את על עם הוא היא הם גם כי היה הייתה היו זה זו',
  negations: 'לא אין בלי ללא אינו אינה אינם טרם',
  opposites: 'עם|בלי',
  subordinators: 'כאשר',
  numbers: 'שלושה|3 שלוש|3 ארבעה|4 ארבע|4 חמישה|5 חמש|5 שישה|6 שבעה|7 שמונה|8 תשעה|9 עשרה|10',
  positions: 'מימין משמאל ימין שמאל במרכז באמצע',
  shortForms: '',
  pictureWords: 'צילום תמונה ארכיון אילוסטרציה',
}
