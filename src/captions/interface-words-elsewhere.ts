import type { InterfaceWords } from './interface-phrases.ts'

/** As `interfaceWords`, for the languages of Central and Eastern Europe, Asia and the Near East. */
export const interfaceWordsElsewhere: Readonly<Record<string, InterfaceWords>> = {
  pl: {
    head: ['fot:', 'zdj.:', 'na zdjęciu:', 'zdjęcie:', 'fot.:', 'wideo:', 'galeria:'],
    tail: ['czytaj też', 'czytaj także', 'zobacz też', 'czytaj więcej', 'zobacz więcej', 'czytaj dalej', 'reklama'],
    both: [
      'zobacz zdjęcia',
      'zobacz galerię',
      'powiększ obraz',
      'powiększ',
      'powiększ zdjęcie',
      'pełny ekran',
      'udostępnij',
    ],
  },
  cs: {
    head: ['fotografie:', 'fotogalerie:', 'foto:', 'video:'],
    tail: ['čtěte také', 'číst dál', 'čítajte viac', 'číst více', 'zobrazit více', 'reklama'],
    both: ['zobrazit fotogalerii', 'zvětšit obrázek', 'zväčšiť', 'zdieľať', 'otevřít galerii', 'zvětšit', 'sdílet'],
  },
  tr: {
    head: ['fotoğraf altı yazısı,', 'görsel:', 'fotoğraf:', 'video:', 'galeri:'],
    tail: ['devamını okuyun', 'devamını oku', 'daha fazla', 'reklam'],
    both: ['görseli büyüt', 'fotoğrafı büyüt', 'büyüt', 'tam ekran', 'paylaş'],
  },
  id: {
    head: ['foto:', 'gambar:', 'video:'],
    tail: ['baca juga', 'baca selengkapnya', 'lihat foto', 'iklan'],
    both: ['perbesar', 'layar penuh', 'bagikan'],
  },
  ar: {
    head: ['التعليق على الصورة،', 'تعليق الصورة:', 'صورة:', 'الصورة:', 'فيديو:'],
    tail: ['اقرأ أيضا', 'شاهد أيضا', 'اقرأ المزيد', 'المزيد', 'إعلان'],
    both: ['تكبير الصورة', 'مشاركة'],
  },
  hi: { head: ['इमेज कैप्शन,', 'फोटो:', 'तस्वीर:', 'वीडियो:'], tail: ['और पढ़ें', 'विज्ञापन'], both: ['शेयर करें'] },
  ja: {
    head: ['[写真]', '【写真】', '［写真］', '写真・図版', '【画像】', '図版:', '写真:', '写真：', '画像:', '画像：'],
    tail: [
      '写真を見る',
      '拡大写真を見る',
      'この記事の写真をすべて見る',
      '写真一覧',
      'もっと見る',
      '続きを読む',
      '拡大する',
    ],
    both: ['拡大', '画像を拡大する', '写真を拡大する', '写真を拡大', '画像を拡大'],
  },
  ko: {
    head: ['이미지:', '포토:', '사진:', '영상:'],
    tail: ['기사 더보기', '더보기', '광고'],
    both: ['이미지 크게보기', '사진 확대', '이미지 확대', '크게보기'],
  },
  zh: {
    head: ['图为：', '圖為：', '图:', '图：', '图片:', '图片：', '資料圖:', '资料图:', '资料图：', '圖:', '圖：'],
    tail: ['点击查看大图', '查看更多', '廣告', '广告'],
    both: ['查看大图', '分享'],
  },
  hu: {
    head: ['fotó:', 'kép:', 'videó:', 'galéria:'],
    tail: ['tovább olvasom', 'olvasson tovább', 'hirdetés'],
    both: ['nagyítás', 'kép nagyítása', 'teljes képernyő', 'megosztás', 'galéria megnyitása'],
  },
  ro: {
    head: ['foto:', 'video:', 'galerie foto:'],
    tail: ['citește mai mult', 'citește și', 'vezi mai mult', 'publicitate'],
    both: ['mărește imaginea', 'deschide galeria', 'vezi galeria foto'],
  },
  hr: {
    head: ['foto:', 'video:', 'galerija:'],
    tail: ['pročitajte više', 'pročitaj više', 'pročitajte još', 'preberite več', 'preberite tudi', 'oglas'],
    both: ['povećaj', 'povećaj sliku', 'otvori galeriju', 'pogledaj galeriju', 'poglej galerijo', 'povečaj'],
  },
  uk: {
    head: ['фото:', 'відео:', 'підпис до фото,', 'автор фото,'],
    tail: ['читати далі', 'читайте також', 'детальніше', 'реклама', 'прочетете още', 'вижте още'],
    both: ['збільшити', 'поділитися', 'відкрити'],
  },
  he: { head: ['צילום:', 'תמונה:', 'וידאו:'], tail: ['קרא עוד', 'קראו עוד', 'פרסומת'], both: ['הגדל תמונה', 'שתפו'] },
  fa: { head: ['عکس:', 'ویدئو:'], tail: ['بیشتر بخوانید', 'ادامه مطلب'], both: ['بزرگنمایی تصویر'] },
  vi: {
    head: ['ảnh:', 'video:'],
    tail: ['đọc tiếp', 'xem thêm', 'xem tiếp', 'quảng cáo'],
    both: ['phóng to', 'chia sẻ'],
  },
  is: { head: ['mynd:', 'myndband:'], tail: ['lesa meira', 'sjá meira'], both: ['stækka mynd', 'deila'] },
}
