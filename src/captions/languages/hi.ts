import type { CaptionWords } from '../caption-words.ts'

export const hi: CaptionWords = {
  months: 'जनवरी फरवरी|फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर|सितम्बर अक्टूबर|अक्तूबर नवंबर|नवम्बर दिसंबर|दिसम्बर',
  weekdays: 'रविवार सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार',
  functionWords: 'का की के को ने में से पर और है हैं था थी थे कि यह वह एक भी',
  negations: 'नहीं न ना बिना मत',
  opposites: '',
  subordinators: 'जब',
  numbers: 'दो|2 तीन|3 चार|4 पांच|5 पाँच|5 छह|6 सात|7 आठ|8 नौ|9 दस|10',
  positions: 'बाएं दाएं बाईं दाईं बीच मध्य',
  shortForms: '',
  pictureWords: 'फोटो तस्वीर फाइल प्रतीकात्मक',
}
