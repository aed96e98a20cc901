import type { CaptionWords } from '../caption-words.ts'

/** Months as the Gulf and Egypt, the Maghreb and the Levant call them, as far as one word does. */
export const ar: CaptionWords = {
  months:
    'يناير|جانفي فبراير|فيفري|شباط مارس|آذار أبريل|إبريل|ابريل|أفريل|نيسان مايو|أيار يونيو|يونيه|جوان|حزيران يوليو|يوليه|جويلية|تموز أغسطس|اغسطس|أوت|آب سبتمبر|أيلول أكتوبر|اكتوبر نوفمبر ديسمبر',
  weekdays: 'الأحد الاثنين|الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت',
  functionWords: 'في على أن إن التي الذي الذين هذا هذه كان كانت و يوم عام سنة',
  negations: 'لا لم لن ليس ليست ليسوا غير دون بدون',
  opposites: '',
  subordinators: 'بينما عندما',
  numbers: 'ثلاثة|3 ثلاث|3 أربعة|4 أربع|4 خمسة|5 خمس|5 ستة|6 سبعة|7 ثمانية|8 تسعة|9 عشرة|10',
  positions: 'يمين يسار يمينا يسارا وسط الوسط اليمين اليسار',
  shortForms: '',
  pictureWords: 'صورة الصورة أرشيفية أرشيف تعبيرية',
}
