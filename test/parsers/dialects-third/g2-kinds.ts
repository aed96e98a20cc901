import { encoded } from '../dialects-other/document.ts'
import type { Dialect } from '../dialects-other/document.ts'

const G2 = 'xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2"'

/** NewsML-G2 beyond plain stories: planning, events, packages, pictures, graphics, video, sport, weather, withdrawals. */
export const g2Kinds: readonly Dialect[] = [
  {
    name: 'g2: a planning item with two coverages',
    bytes: encoded(`<?xml version="1.0"?>
<planningItem ${G2} standardversion="2.29" conformance="power" guid="tag:plan.example,2026:planning-8801" version="3" xml:lang="en-GB">
<itemMeta><itemClass qcode="plinat:newscoverage"/><provider literal="PLAN"/><versionCreated>2026-09-14T08:00:00+01:00</versionCreated><pubStatus qcode="stat:usable"/><edNote>Embargoed copy of speech available on request</edNote></itemMeta>
<contentMeta><urgency>5</urgency><contentCreated>2026-09-10T08:00:00+01:00</contentCreated><subject qcode="medtop:11000000"><name>politics</name></subject><slugline>SKERRY ASSEMBLY</slugline><headline>Skerry assembly debates ferry levy</headline><description role="drol:summary">Members vote at 1500.</description></contentMeta>
<assert qcode="event:1"><name>Assembly</name></assert>
<newsCoverageSet><newsCoverage id="c1"><planning><g2contentType>application/nitf+xml</g2contentType><scheduled>2026-09-15T15:30:00+01:00</scheduled><edNote>600 words</edNote></planning></newsCoverage><newsCoverage id="c2"><planning><itemClass qcode="ninat:picture"/><scheduled>2026-09-15T16:00:00+01:00</scheduled></planning></newsCoverage></newsCoverageSet>
</planningItem>`),
    items: [
      {
        uri: 'tag:plan.example,2026:planning-8801',
        version: '3',
        publishable: false,
        notPublishable: 'planning',
        headline: 'Skerry assembly debates ferry levy',
        slug: 'SKERRY ASSEMBLY',
        editorialNote: 'Embargoed copy of speech available on request',
        abstract: 'Members vote at 1500.',
        urgency: 5,
        versionCreated: '2026-09-14T07:00:00Z',
        subjects: [{ code: '11000000', name: 'politics' }],
      },
    ],
  },
  {
    name: 'g2: an event as a concept, with a story in the same message',
    bytes: encoded(`<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2026-09-14T10:00:00Z</sent></header><itemSet>
<conceptItem ${G2} standardversion="2.29" guid="urn:event:rowing-2026" version="2" xml:lang="de"><itemMeta><itemClass qcode="cinat:concept"/><provider literal="PLAN"/><versionCreated>2026-09-14T09:00:00Z</versionCreated><pubStatus qcode="stat:usable"/></itemMeta><concept><conceptId qcode="event:77"/><type qcode="cpnat:event"/><name xml:lang="de">Ruderregatta Bad Kahlenstein</name><definition>Acht Vereine rudern um den Silberkahn.</definition><eventDetails><dates><start>2026-09-19T10:00:00+02:00</start><end>2026-09-19T18:00:00+02:00</end></dates><location><name>Bad Kahlenstein</name></location></eventDetails></concept></conceptItem>
<newsItem ${G2} standardversion="2.29" guid="urn:story:rowing-1" version="1" xml:lang="de"><itemMeta><itemClass qcode="ninat:text"/><provider literal="PLAN"/><versionCreated>2026-09-14T09:30:00Z</versionCreated><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><subject type="cpnat:event" qcode="event:77"><name>Ruderregatta Bad Kahlenstein</name></subject><headline>Silberkahn lockt acht Vereine</headline></contentMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Acht Vereine treten am Samstag an.</p></body></html></inlineXML></contentSet></newsItem>
</itemSet></newsMessage>`),
    items: [
      {
        uri: 'urn:event:rowing-2026',
        version: '2',
        publishable: false,
        notPublishable: 'concept',
        headline: 'Ruderregatta Bad Kahlenstein',
        language: 'de',
      },
      {
        uri: 'urn:story:rowing-1',
        publishable: true,
        headline: 'Silberkahn lockt acht Vereine',
        language: 'de',
        events: [{ name: 'Ruderregatta Bad Kahlenstein' }],
        body: 'Acht Vereine treten am Samstag an.',
      },
    ],
  },
  {
    name: 'g2: a package with nested groups, references with titles',
    bytes: encoded(`<?xml version="1.0" encoding="UTF-8"?>
<packageItem ${G2} standardversion="2.20" guid="tag:topp.example,2026:pkg-44" version="7" xml:lang="nl"><itemMeta><itemClass qcode="ninat:composite"/><provider literal="TOPP"/><versionCreated>2026-09-15T06:00:00+02:00</versionCreated><pubStatus qcode="stat:usable"/><title>Ochtendpakket</title></itemMeta><contentMeta><urgency>4</urgency><headline>Overzicht: storm boven het Kleimeer</headline></contentMeta>
<groupSet root="root"><group id="root" role="group:root" mode="pgrmod:seq"><groupRef idref="main"/><groupRef idref="side"/></group><group id="main" role="group:main" mode="pgrmod:bag"><itemRef residref="tag:topp.example,2026:txt-1" version="2" contenttype="application/vnd.iptc.g2.newsitem+xml"><itemClass qcode="ninat:text"/><headline>Storm raast over Kleimeer</headline></itemRef><itemRef residref="tag:topp.example,2026:pic-9"><itemClass qcode="ninat:picture"/></itemRef></group><group id="side" role="group:sidebar"><itemRef residref="tag:topp.example,2026:txt-3"><title>Wat te doen</title></itemRef></group></groupSet></packageItem>`),
    items: [
      {
        type: 'composite',
        uri: 'tag:topp.example,2026:pkg-44',
        version: '7',
        headline: 'Overzicht: storm boven het Kleimeer',
        language: 'nl',
        urgency: 4,
        versionCreated: '2026-09-15T04:00:00Z',
        links: [
          { rel: 'hasMember', uri: 'tag:topp.example,2026:txt-1' },
          { rel: 'hasMember', uri: 'tag:topp.example,2026:pic-9' },
          { rel: 'hasMember', uri: 'tag:topp.example,2026:txt-3' },
        ],
      },
    ],
  },
  {
    name: 'g2: a picture with descriptions in two languages, alternate text, and three renditions',
    bytes: encoded(`<?xml version="1.0" encoding="UTF-8"?>
<newsItem ${G2} standardversion="2.33" guid="tag:bild.example,2026:PX20260915-0042" version="1" xml:lang="fr"><rightsInfo><copyrightHolder><name>Bildlux</name></copyrightHolder><copyrightNotice>© 2026 Bildlux</copyrightNotice><usageTerms>Usage éditorial uniquement</usageTerms></rightsInfo><itemMeta><itemClass qcode="ninat:picture"/><provider literal="BLX"><name>Bildlux</name></provider><versionCreated>2026-09-15T17:00:00+02:00</versionCreated><firstCreated>2026-09-15T16:58:00+02:00</firstCreated><pubStatus qcode="stat:usable"/><fileName>PX20260915-0042.jpg</fileName></itemMeta><contentMeta><urgency>5</urgency><contentCreated>2026-09-15T11:12:00+02:00</contentCreated><located qcode="city:1"><name>Val-des-Prés</name><broader qcode="cntry:FRA"><name>France</name></broader></located><creator role="crol:photographer"><name>Maëlle Guivarc'h</name></creator><subject qcode="medtop:20000188"><name>cirque</name></subject><headline>Le cirque Zéphyr revient</headline><creditline>Maëlle Guivarc'h / Bildlux</creditline><by>Maëlle Guivarc'h</by><description role="drol:caption" xml:lang="fr">Un acrobate du cirque Zéphyr s'élance à Val-des-Prés, le 15 septembre 2026.</description><description role="drol:caption" xml:lang="en">An acrobat of Zephyr circus leaps in Val-des-Pres, September 15, 2026.</description><description role="drol:altText" xml:lang="fr">Un acrobate saute</description></contentMeta><contentSet><remoteContent rendition="rnd:highRes" href="https://bild.example/hi/42.jpg" contenttype="image/jpeg" size="4123456" width="6000" height="4000"/><remoteContent rendition="rnd:web" href="https://bild.example/web/42.jpg" contenttype="image/jpeg" width="1024" height="683"/><remoteContent rendition="rnd:thumbnail" href="https://bild.example/th/42.jpg" contenttype="image/jpeg" width="128" height="85"/></contentSet></newsItem>`),
    items: [
      {
        type: 'picture',
        uri: 'tag:bild.example,2026:PX20260915-0042',
        headline: 'Le cirque Zéphyr revient',
        language: 'fr',
        byline: "Maëlle Guivarc'h",
        creditLine: "Maëlle Guivarc'h / Bildlux",
        copyrightHolder: 'Bildlux',
        copyrightNotice: '© 2026 Bildlux',
        usageTerms: ['Usage éditorial uniquement'],
        dateline: { city: 'Val-des-Prés', country: 'France' } as object,
        firstCreated: '2026-09-15T14:58:00Z',
        versionCreated: '2026-09-15T15:00:00Z',
        captions: [
          {
            text: "Un acrobate du cirque Zéphyr s'élance à Val-des-Prés, le 15 septembre 2026.",
          },
        ],
        hrefs: ['https://bild.example/hi/42.jpg', 'https://bild.example/web/42.jpg', 'https://bild.example/th/42.jpg'],
      },
    ],
  },
  {
    name: 'g2: a graphic as PDF and PNG under an embargo without an end',
    bytes: encoded(`<?xml version="1.0" encoding="UTF-8"?>
<newsItem ${G2} standardversion="2.24" guid="tag:grafik.example,2026:g-17" version="2" xml:lang="de"><itemMeta><itemClass qcode="ninat:graphic"/><provider literal="GRA"/><versionCreated>2026-09-15T10:00:00+02:00</versionCreated><embargoed/><pubStatus qcode="stat:usable"/><edNote>Sperrfrist bis zur Bekanntgabe durch das Amt</edNote></itemMeta><contentMeta><headline>Milchpreise seit 2000</headline><description>Kurve der Milchpreise, Format 90 x 120 mm</description><creditline>Grafik: H. Öttl</creditline></contentMeta><contentSet><remoteContent rendition="rnd:print" href="g-17.pdf" contenttype="application/pdf"/><remoteContent rendition="rnd:web" href="g-17.png" contenttype="image/png" width="800" height="1066"/></contentSet></newsItem>`),
    items: [
      {
        type: 'graphic',
        status: 'embargoed',
        embargoedUntil: 'indefinite',
        headline: 'Milchpreise seit 2000',
        editorialNote: 'Sperrfrist bis zur Bekanntgabe durch das Amt',
        creditLine: 'Grafik: H. Öttl',
        hrefs: ['g-17.pdf', 'g-17.png'],
      },
    ],
  },
  {
    name: 'g2: video with script and shotlist as descriptions, restrictions, a story it belongs to',
    bytes: encoded(`<?xml version="1.0" encoding="UTF-8"?>
<newsItem ${G2} standardversion="2.27" guid="tag:clip.example,2026:v-900" version="3" xml:lang="en"><rightsInfo><usageTerms>NO USE SKERRY ISLES</usageTerms></rightsInfo><itemMeta><itemClass qcode="ninat:video"/><provider literal="CLIP"/><versionCreated>2026-09-15T20:00:00Z</versionCreated><pubStatus qcode="stat:usable"/><edNote>QUALITY AS INCOMING</edNote><link rel="irel:seeAlso" residref="tag:clip.example,2026:t-900"/></itemMeta><contentMeta><urgency>4</urgency><slugline>KELP HARVEST</slugline><headline>Islanders harvest kelp by horse</headline><dateline>NORTH SKERRY</dateline><description role="drol:summary">Horses still pull the kelp carts.</description><description role="drol:script">Before dawn the carts roll onto the sand. The horses know the way.</description><description role="drol:shotlist">1. Wide of carts 2. Close of hooves 3. SOUNDBITE (English) Ada Muir, harvester: "They never hurry."</description></contentMeta><contentSet><remoteContent href="https://clip.example/900.mp4" contenttype="video/mp4" duration="92" width="1920" height="1080"/></contentSet></newsItem>`),
    items: [
      {
        type: 'video',
        version: '3',
        headline: 'Islanders harvest kelp by horse',
        slug: 'KELP HARVEST',
        editorialNote: 'QUALITY AS INCOMING',
        usageTerms: ['NO USE SKERRY ISLES'],
        abstract: 'Horses still pull the kelp carts.',
        dateline: { city: 'North Skerry' },
        hrefs: ['https://clip.example/900.mp4'],
        links: [{ rel: 'seeAlso', uri: 'tag:clip.example,2026:t-900' }],
        body: 'Before dawn the carts roll onto the sand. The horses know the way. 1. Wide of carts 2. Close of hooves 3. SOUNDBITE (English) Ada Muir, harvester: "They never hurry."',
      },
    ],
  },
  {
    name: 'g2: a table of the weather in HTML, with caption, head and foot',
    bytes: encoded(`<?xml version="1.0" encoding="UTF-8"?>
<newsItem ${G2} standardversion="2.18" guid="tag:saa.example.fi,2026:taulukko-15" version="1" xml:lang="fi"><itemMeta><itemClass qcode="ninat:text"/><provider literal="SÄÄ"/><versionCreated>2026-09-15T05:00:00+03:00</versionCreated><pubStatus qcode="stat:usable"/><expires>2026-09-16T05:00:00+03:00</expires></itemMeta><contentMeta><urgency>6</urgency><genre qcode="genre:table"><name>taulukko</name></genre><subject qcode="medtop:17000000"><name>sää</name></subject><headline>Sää tänään kello 5</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><table><caption>Lämpötilat</caption><thead><tr><th>Paikka</th><th>°C</th></tr></thead><tbody><tr><td>Hietajärvi</td><td>-2</td></tr><tr><td>Äijälä</td><td>+4</td></tr></tbody><tfoot><tr><td colspan="2">Lähde: Sää</td></tr></tfoot></table></body></html></inlineXML></contentSet></newsItem>`),
    items: [
      {
        headline: 'Sää tänään kello 5',
        genres: ['taulukko'],
        language: 'fi',
        expires: '2026-09-16T02:00:00Z',
        subjects: [{ code: '17000000', name: 'sää' }],
        body: 'Lämpötilat Paikka °C Hietajärvi -2 Äijälä +4 Lähde: Sää',
      },
    ],
  },
  {
    name: 'g2: sports results as SportsML beside a story in words',
    bytes: encoded(`<?xml version="1.0" encoding="UTF-8"?>
<newsItem ${G2} standardversion="2.25" guid="tag:sport.example,2026:s-1" version="1" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/><provider literal="SPO"/><versionCreated>2026-09-15T21:00:00Z</versionCreated><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>Shinty: Kilmory 3 Newtonmuir 1</headline><subject qcode="medtop:15000000"><name>sport</name></subject></contentMeta><contentSet><inlineXML contenttype="application/sportsml+xml"><sports-content xmlns="http://iptc.org/std/nar/2006-10-01/"><sports-event><event-metadata start-date-time="2026-09-15T19:00:00Z"/><team><team-metadata><name>Kilmory</name></team-metadata><team-stats score="3"/></team><team><team-metadata><name>Newtonmuir</name></team-metadata><team-stats score="1"/></team></sports-event></sports-content></inlineXML><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Kilmory beat Newtonmuir 3-1 on Tuesday.</p></body></html></inlineXML></contentSet></newsItem>`),
    items: [
      {
        headline: 'Shinty: Kilmory 3 Newtonmuir 1',
        publishable: true,
        body: 'Kilmory beat Newtonmuir 3-1 on Tuesday.',
      },
    ],
  },
  {
    name: 'g2: withheld, then canceled with a note in XHTML and no body',
    bytes: encoded(`<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2026-09-15T12:10:00Z</sent></header><itemSet>
<newsItem ${G2} standardversion="2.20" guid="urn:w:1" version="2" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/><provider literal="W"/><versionCreated>2026-09-15T12:00:00Z</versionCreated><pubStatus qcode="stat:withheld"/></itemMeta><contentMeta><headline>Mill owner dies</headline></contentMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>The mill owner has died.</p></body></html></inlineXML></contentSet></newsItem>
<newsItem ${G2} standardversion="2.20" guid="urn:w:1" version="3" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/><provider literal="W"/><versionCreated>2026-09-15T12:09:00Z</versionCreated><pubStatus qcode="stat:canceled"/><edNote><section xmlns="http://www.w3.org/1999/xhtml"><p>KILL: the mill owner is alive.</p></section></edNote></itemMeta><contentMeta><headline>KILL: Mill owner dies</headline></contentMeta></newsItem>
</itemSet></newsMessage>`),
    items: [
      { uri: 'urn:w:1', version: '2', status: 'withheld', headline: 'Mill owner dies' },
      {
        uri: 'urn:w:1',
        version: '3',
        status: 'canceled',
        editorialNote: 'KILL: the mill owner is alive.',
        versionCreated: '2026-09-15T12:09:00Z',
      },
    ],
  },
]
