import type { CaptionWords } from '../caption-words.ts'

/** Indonesian, with the Malay forms. */
export const id: CaptionWords = {
  months:
    'januari|jan februari|feb maret|mac april|apr mei juni|jun juli|julai|jul agustus|ogos|ags september|sept oktober|okt november|nov desember|disember|des',
  weekdays: 'minggu senin|isnin selasa rabu kamis|khamis jumat|jumaat sabtu',
  functionWords: 'dan di yang itu ini adalah pada para sang si untuk oleh',
  negations: 'tidak tak bukan belum tanpa jangan tiada',
  opposites: 'dengan|tanpa',
  subordinators: 'sementara',
  numbers: 'dua|2 tiga|3 empat|4 lima|5 enam|6 tujuh|7 delapan|8 lapan|8 sembilan|9 sepuluh|10',
  positions: 'kiri kanan tengah',
  shortForms: '',
  pictureWords: 'foto gambar arsip ilustrasi hiasan',
}
