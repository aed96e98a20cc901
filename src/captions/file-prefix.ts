import type { CreditFlag } from '../normalise/credits/credit-words.ts'

interface Prefix {
  readonly pattern: RegExp
  readonly flag?: CreditFlag
}

const day = String.raw`(?:[\p{L}]{3,12},? )?`
const date = String.raw`(?<date>${day}(?:\p{L}{3,10}\.? \d{1,2}(?:,? \d{4})?|\d{1,2}\.? \p{L}{3,10}\.? ?(?:\d{4})?|\p{L}{3,10}\.? \d{4}|\d{4}|undated))`

/** What AP and others write before the sentence of a picture from the archive, or one that somebody handed out. */
const prefixes: readonly Prefix[] = [
  {
    pattern:
      /^\(?(?:FILES?|ARCHIVE?S?|ARCHIVO|ARCHIVIO|ARQUIVO|ARKIV|ARCHIEF|АРХИВ)(?: PHOTO| PICTURE| IMAGE| FOTO)?\)?(?: ?[-–—:|]+ ?| (?=In (?:this|an?) ))/u,
    flag: 'file',
  },
  { pattern: /^\(?(?:FILES?(?: PHOTO| PICTURE| IMAGE)?|ARCHIV)\)? (?=\p{Lu}\p{Ll})/u, flag: 'file' },
  {
    pattern:
      /^(?:File (?:photo|picture|image)|Archivbild|Archivfoto|Foto de archivo|Imagen de archivo|Photo d'archives?|Foto d'archivio|Arkivbild|Arkivfoto|Archieffoto|Arkistokuva|Foto de arquivo|Архивное фото)(?: ?[-–—:]+ ?| dated [^:]{4,30}: )(?=["'“]?\p{Lu})/iu,
    flag: 'file',
  },
  {
    pattern: new RegExp(
      String.raw`^In (?:this|an?) ${date},? (?:file |archive )(?:photo|photograph|image|picture|frame)[^,.;:]{0,80}?,? (?=["'“]?[\p{Lu}\p{Ll}])`,
      'u',
    ),
    flag: 'file',
  },
  {
    pattern:
      /^In (?:this|an?) (?:file|archive) (?:photo|photograph|image|picture)(?: (?:taken|from|dated) (?:on )?(?<date>[^,.;:]{3,30}(?:, \d{4})?))?,? (?=["'“]?[\p{Lu}\p{Ll}])/u,
    flag: 'file',
  },
  {
    pattern: new RegExp(
      String.raw`^In (?:this|an?) ${date},? (?:photo|photograph|image|picture|frame grab|video frame)(?: (?:made|taken) (?:available|from)[^,.;:]{0,60})?(?<provided> (?:provided|released|supplied) by [^,.;:]{2,80}| made available by [^,.;:]{2,80})?,? (?=["'“]?[\p{Lu}\p{Ll}])`,
      'u',
    ),
  },
  {
    pattern:
      /^In (?:this|an?) (?:photo|photograph|image|picture|handout photo)(?: released on (?<date>[^,.;:]{3,30}))? (?:provided|released|supplied|made available|distributed) by [^,.;:]{2,80}, /u,
    flag: 'handout',
  },
]

export interface FilePrefix {
  readonly rest: string
  /** The date inside the prefix, as printed. */
  readonly date?: string
  readonly flag?: CreditFlag
  readonly peeled: string
}

/** Takes "FILE - ", "FILE PHOTO: ", "In this Nov. 28, 2017, file photo, " off the head; its date is handed back. */
export function peelFilePrefix(text: string): FilePrefix | undefined {
  if (!/^\(?(?:FILE|File|ARCH|ARQ|ARK|Arch|Ark|АРХ|Арх|In (?:this|an?) |Foto d|Imagen|Photo d)/u.test(text))
    return undefined
  const head = text.slice(0, 240)
  for (const { pattern, flag } of prefixes) {
    const match = pattern.exec(head)
    if (!match || match[0].length === text.length) continue
    const found = match.groups?.['date']
    const given = flag ?? (match.groups?.['provided'] === undefined ? undefined : 'handout')
    return {
      rest: text.slice(match[0].length),
      ...(found === undefined ? {} : { date: found }),
      ...(given === undefined ? (/\bfile\b/u.test(match[0]) ? { flag: 'file' as const } : {}) : { flag: given }),
      peeled: match[0].trim(),
    }
  }
  return undefined
}
