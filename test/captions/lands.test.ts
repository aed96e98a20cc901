import { describe, expect, it } from 'vitest'
import { compareCaptions } from '../../src/captions/compare.ts'
import { normaliseCaption } from '../../src/captions/normalise.ts'
import { relationWords } from '../../src/captions/relation-words.ts'

const merged = (a: string, b: string): boolean => ['exact', 'contained'].includes(compareCaptions(a, b).relation)

describe('a preposition that says something else is another picture', () => {
  it.each([
    ['Mayor Lena Hartwick speaks to reporters # the meeting in Port Ellery.', 'before|after|at|outside'],
    ['Bürgermeisterin Hanna Brockfeld spricht # dem Treffen in Lüdershagen mit Landwirten.', 'bei|vor|nach|seit'],
    ['Le maire Étienne Lacassagne parle aux journalistes # la réunion de Vaugrenois.', 'pendant|avant|après'],
    [
      'La alcaldesa Carmen Otxoa habla con la prensa # la reunión en Villafresno.',
      'durante|antes de|tras|en contra de',
    ],
    ['Il sindaco Aldo Ferrantini parla ai giornalisti # la riunione di Borgocastello.', 'durante|dopo|prima'],
    ['O prefeito Álvaro Quintela fala com jornalistas # a reunião em Vila Serrana.', 'durante|antes|após'],
    ['Wethouder Marit Oudshoorn spreekt met boeren # de vergadering in Nieuwerwoude.', 'tijdens|voor|na'],
    ['Statsrådet Elsa Lindmarck talar med elever # mötet i Björkhyttan.', 'under|före|efter'],
    ['Ordfører Ragnhild Tveitnes snakker med elever # møtet i Storvik.', 'under|før|etter'],
    ['Борис Чижов говорит с журналистами # встречи в Вельске.', 'до|после|во время'],
  ])('%s', (frame, words) => {
    const list = words.split('|')
    for (const [at, one] of list.entries()) {
      for (const other of list.slice(at + 1))
        expect(merged(frame.replace('#', one), frame.replace('#', other)), `${one} | ${other}`).toBe(false)
    }
  })

  it('while those that papers swap freely are one', () => {
    const frame = 'Mayor Lena Hartwick speaks to reporters # a meeting in Port Ellery on Tuesday.'
    expect(merged(frame.replace('#', 'at'), frame.replace('#', 'during'))).toBe(true)
    expect(
      merged('Die Kinder spielen beim Fest in Lüdershagen.', 'Die Kinder spielen während des Fests in Lüdershagen.'),
    ).toBe(true)
  })

  it('and no word stands twice in one list', () => {
    for (const relations of Object.values(relationWords)) {
      for (const list of Object.values(relations)) {
        const words = list.split(' ')
        expect(new Set(words).size).toBe(words.length)
      }
    }
  })
})

describe('a negation turns a caption round in every language', () => {
  it.each([
    ['Wali Kota Bambang Sutarjo meninjau lokasi banjir di Rawajati.', 'meninjau', 'tidak meninjau'],
    ['Kerekes Ágoston polgármester indul a választáson Tiszakeresztúron.', 'indul', 'nem indul'],
    ['Primarul Ilie Sandu a declarat că drumul va fi închis.', 'va fi', 'nu va fi'],
    ['Burmistrz Marek Zawada weźmie udział w otwarciu stadionu.', 'weźmie', 'nie weźmie'],
    ['Ministar Tonči Brajković obišao je gradilište mosta kod Zaljeva.', 'obišao je', 'nije obišao'],
    ['Мерът Стоян Чернев ще открие новата детска градина.', 'ще открие', 'няма да открие'],
    ['Karayolları ekipleri yolun ulaşıma yeniden açılıyor olduğunu duyurdu.', 'açılıyor', 'açılmıyor'],
    ['Köprünün yapımı geçen hafta Yeşilkaya ilçesinde tamamlandı.', 'tamamlandı', 'tamamlanmadı'],
    ['ראש העירייה דורית אלמגור חונכת את הגשר החדש בגבעת הרימון', 'חונכת', 'לא חונכת'],
    ['السلطات تعلن إعادة فتح الطريق الجبلي المؤدي إلى وادي النخيل', 'تعلن', 'لم تعلن'],
  ])('%s', (caption, plain, negated) => {
    expect(merged(caption, caption.replace(plain, negated))).toBe(false)
  })
})

describe('a beginning that makes another word of one is no misspelling', () => {
  it.each([
    [
      'Die Fahrgäste sind am Abend in Lüdershagen ausgestiegen.',
      'Die Fahrgäste sind am Abend in Lüdershagen aufgestiegen.',
    ],
    ['Губернатор Лопухин входит в здание суда в Вельске.', 'Губернатор Лопухин выходит в здание суда в Вельске.'],
    ['Minister Zawada wychodzi z budynku sądu w Gdowicach.', 'Minister Zawada wchodzi z budynku sądu w Gdowicach.'],
    [
      'Ordfører Ragnhild Tveitnes sier at brua blir åpnet i Storvik.',
      'Ordfører Ragnhild Tveiten sier at brua blir åpnet i Storvik.',
    ],
  ])('%s', (a, b) => {
    expect(merged(a, b)).toBe(false)
  })
})

describe('dates as they are printed', () => {
  it.each([
    ['Prezydent Zawiślak otwiera stadion 12 maja 2024 r.', { year: 2024, month: 5, day: 12 }],
    ['Marek Zawada i Anna przy moście, 3 listopada 2025', { year: 2025, month: 11, day: 3 }],
    ['Luka Perković je na mostu 3. listopada 2025.', { year: 2025, month: 10, day: 3 }],
    ['Kerekes Ágoston a vasútállomáson 2025. június 11-én.', { year: 2025, month: 6, day: 11 }],
    ['Kerekes Ágoston a vasútállomáson 2025.06.11.', { year: 2025, month: 6, day: 11 }],
    ['Hejtman Kubelka v Horní Loučce 11. 6. 2025', { year: 2025, month: 6, day: 11 }],
    ['令和6年5月12日、記者会見で頭を下げる桐谷社長', { year: 2024, month: 5, day: 12 }],
    ['市長林柏鈞114年9月3日出席啟用典禮', { year: 2025, month: 9, day: 3 }],
    ['رئيس البلدية يتحدث في المدينة يوم ١٢ مايو ٢٠٢٤', { year: 2024, month: 5, day: 12 }],
  ])('%s', (caption, date) => {
    expect(normaliseCaption(caption).dates).toEqual([date])
  })

  it('and a month of one language is a word in another', () => {
    expect(normaliseCaption('El delantero Bastián Huenchumil marca 2 goles en el estadio').dates).toEqual([])
  })
})

describe('letters and figures that keyboards write apart', () => {
  it.each([
    ['نیروهای امدادی در حال جستجوی کوهنوردان', 'نيروهاي امدادي در حال جستجوي كوهنوردان'],
    ['فرق الإنقاذ تنتشل ١٤ ناجيا', 'فرق الانقاذ تنتشل 14 ناجيا'],
    ['घर से १२ लोगों को निकालते राहतकर्मी', 'घर से 12 लोगों को निकालते राहतकर्मी'],
    ['Le scrutin a réuni 1 200 électeurs à Montbrisson', 'Le scrutin a réuni 1200 électeurs à Montbrisson'],
  ])('%s', (a, b) => {
    expect(normaliseCaption(a).key).toBe(normaliseCaption(b).key)
  })
})

describe('credits and remarks of many countries come off', () => {
  it.each([
    [
      'Strażacy gaszą pożar hali w Nowym Borku.',
      'Zdjęcie ilustracyjne|fot. Policja|/ PAP|Fot. materiały prasowe|Autor: Ewa Lisowska',
    ],
    ['Ein Streifenwagen steht vor dem Rathaus.', 'Foto: hfr|© kds|(c) Tilo Kersting|Undatiertes Foto.'],
    ['Los bomberos trabajan en la extinción del incendio.', 'Imagen referencial|Captura de pantalla|/ CEDIDA|- EP'],
    ['Спасатели продолжают поиски рыбака на озере.', 'Скриншот видео|Фото: из открытых источников|Кадр из видео'],
    ['Мерът откри новата детска градина в града.', 'Снимка: БТА|БГНЕС|Илюстративна снимка'],
    ['Belediye Başkanı yapımı tamamlanan köprüyü törenle açtı.', 'Arşiv fotoğrafı|Temsili fotoğraf|Ekran görüntüsü'],
    ['Chủ tịch tỉnh kiểm tra công trường cầu Bến Sậy.', 'Ảnh: TTXVN|Ảnh minh họa|Ảnh: Công an cung cấp'],
    [
      'Meras Vytenis Gražulis atidarė naują tiltą per Šventupę trečiadienį.',
      'BNS nuotr.|nuotr.|Rimo Balčiūno nuotr.|R. Balčiūno nuotr.|Rimo Balčiūno (ELTA) nuotr.|(BNS nuotr.)|Nuotr. Rimo Balčiūno|Policijos nuotr.|Redakcijos archyvo nuotr.|Nuotrauka: Rimas Balčiūnas|Rimo Balčiūno nuotrauka|Asociatyvi nuotr.',
    ],
    [
      'Mērs Andris Kļaviņš svinīgi atklāj jauno tiltu pār Lielupīti trešdien.',
      'Foto: Ieva Liepiņa|LETA foto|(LETA foto)|Foto: Ieva Liepiņa, LETA|Ievas Liepiņas foto|Foto no personīgā arhīva|Arhīva foto|Publicitātes foto|Ilustratīvs foto|Ekrānuzņēmums',
    ],
    [
      'Linnapea Mart Kivimägi avas kolmapäeval uue silla üle Pirnajõe.',
      'Foto: Liis Tammsaar|Liis Tammsaar / ERR|Foto: erakogu|Allikas: Päästeamet|Arhiivifoto|Pilt on illustratiivne|Ekraanitõmmis',
    ],
    [
      'Kerekes Ágoston polgármester átadja az új hidat Tiszakeresztúron szerdán.',
      'Fotó: Balla Eszter|MTI Fotó: Balla Eszter|(MTI/Balla Eszter)|Fotós: Balla Eszter|Balla Eszter felvétele|Archív fotó',
    ],
    [
      'Gradonačelnik Mislav Tomčić otvara novi most u Lukovu u srijedu.',
      'Foto: Jure Matas/PIXSELL|FOTO: Hina|Snimio: Jure Matas|Foto: Privatni album|Foto: Tanjug/Jure Matas',
    ],
    [
      'Градоначелник Милан Чворић отвара нови мост у Лукову у среду.',
      'Фото: Танјуг/Јован Марић|Извор: Бета|Фото: Архива',
    ],
    [
      'Is-sindku Karmenu Zahra jiftaħ il-pont il-ġdid f’Wied il-Lewż nhar l-Erbgħa.',
      'Ritratt: Pawlu Sciberras|(Ritratt: Pawlu Sciberras)|Ritratt: DOI – Pawlu Sciberras|Ritratt minn Pawlu Sciberras|Sors: DOI|Ritratt tal-arkivju',
    ],
    [
      'Bæjarstjórinn Sigrún Hallgrímsdóttir opnar nýja brú yfir Lindará á miðvikudag.',
      'Mynd: Ari Steinsson|Ljósmynd/Ari Steinsson|mbl.is/Ari Steinsson|Mynd úr safni|Ljósmynd/Aðsend|Skjáskot',
    ],
    [
      'Mayor Lena Hartwick speaks with dock workers in Port Ellery on Tuesday.',
      'Courtesy Tomas Reedham|Provided by Tomas Reedham|Provided photo|Supplied: Tomas Reedham|Tomas Reedham / Archiv|Symbolfoto: Tomas Reedham',
    ],
    ['消防员在洪水中转移被困群众。', '（图片来源：新华社）|资料图|受访者供图|（美联社）'],
    ['大雨で住宅が水につかった白樺町の市街地', '（本社ヘリから）|＝白樺町提供|（C）スポーツ中央|（写真はイメージ）'],
    ['한강호 시장이 기자회견에서 발언하고 있다.', '(새울시 제공)|사진=온라인 커뮤니티|ⓒ연합뉴스|pseo@example.co.kr'],
  ])('%s', (caption, credits) => {
    const { key } = normaliseCaption(caption)
    for (const credit of credits.split('|')) {
      const joint = /^[（＝]/u.test(credit) ? '' : ' '
      expect(normaliseCaption(caption + joint + credit).key, credit).toBe(key)
    }
  })

  it.each([
    ['Strażacy gaszą pożar hali w Nowym Borku.', 'fot. archiwum prywatne'],
    ['Los bomberos trabajan en la extinción.', 'Foto: redes sociales.'],
    ['Спасатели продолжают поиски рыбака на озере.', 'Фото: с сайта администрации.'],
    ['Vatrogasci gase požar u Lukovu.', 'Foto: ustupljena fotografija'],
    ['Rescuers search the lake.', 'Photo: supplied by the family'],
  ])('in small letters, too: %s %s', (caption, credit) => {
    expect(normaliseCaption(`${caption} ${credit}`).key).toBe(normaliseCaption(caption).key)
  })

  it.each([
    'Der Stadtrat von Altenhain tagte am Montag. Foto: Hund bellt Briefträger an.',
    'The council of Port Ellery met on Monday. Photo: firefighters leave the hall.',
    'El alcalde inauguró el puente de Peñarrubia. Foto: vecinos cruzan el río.',
    'Мэр открыл мост в Зареченске. Фото: жители идут домой.',
    'Starosta otevřel most v Dolních Lipkách. Foto: lidé na mostě.',
  ])('but a sentence of the caption behind a label stays: %s', (caption) => {
    expect(normaliseCaption(caption).text).toBe(caption)
  })

  it('but what only looks like one stays', () => {
    expect(normaliseCaption('記者会見で頭を下げる桐谷社長ら(左から)').text).toContain('左から')
    expect(normaliseCaption('市長(写真左)と握手する佐倉氏(写真右)').text).toContain('写真右')
    expect(normaliseCaption('記者会見で頭を下げる青葉製作所の桐谷正隆社長=共同').text).toContain('桐谷正隆')
    expect(normaliseCaption('Merkwürdig, sagt Hanna Brockfeld (c)').text).toContain('Brockfeld')
  })
})
