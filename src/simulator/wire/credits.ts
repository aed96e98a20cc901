import type { CaptionIntent } from './event.ts'

export interface CreditForm {
  /** What newsrooms call it, or where it comes from. */
  readonly name: string
  /** Puts the credit of a photographer to a caption that has none. */
  readonly print: (
    caption: string,
    photographer: string,
    extra: { paper: string; year: number; body: string },
  ) => string
  /** May stand in an agency's own caption; the others are what sites and content systems make of it. */
  readonly agency: boolean
}

/**
 * The forms in which one photo's caption and credit come back, all of the same photographer. What agencies write first,
 * then what newspaper systems and sites leave of it: the credit glued on, set before, split off, repeated, relabelled.
 */
export const creditForms: readonly CreditForm[] = [
  { name: 'staff', agency: true, print: (text, by) => `${text} (AP Photo/${by})` },
  { name: 'pool', agency: true, print: (text, by) => `${text} (AP Photo/${by}, Pool)` },
  { name: 'pool via', agency: true, print: (text, by) => `${text} (${by}/Pool via AP)` },
  { name: 'pool photo via', agency: true, print: (text, by) => `${text} (${by}/Pool Photo via AP)` },
  { name: 'member paper', agency: true, print: (text, by, { paper }) => `${text} (${by}/${paper} via AP)` },
  { name: 'entertainment', agency: true, print: (text, by) => `${text} (Photo by ${by}/Invision/AP)` },
  { name: 'file', agency: true, print: (text, by) => `FILE - ${text} (AP Photo/${by}, File)` },
  { name: 'glued', agency: false, print: (text, by) => `${text}(AP Photo/${by})` },
  { name: 'spans run together', agency: false, print: (text, by) => `${text} ${by} AP Photo` },
  { name: 'slash and file', agency: false, print: (text, by) => `${text} ${by} / AP file` },
  { name: 'spelled out', agency: false, print: (text, by) => `${text} (${by}/Associated Press)` },
  { name: 'label', agency: false, print: (text, by) => `${text} Photo: ${by}/AP` },
  { name: 'by', agency: false, print: (text, by) => `${text} AP Photo by ${by}` },
  { name: 'capitals', agency: false, print: (text, by) => `${text} ${by.toUpperCase()} - AP` },
  { name: 'Credit...', agency: false, print: (text, by) => `${text} Credit...${by}/Associated Press` },
  { name: 'hide caption', agency: false, print: (text, by) => `${text} ${by}/AP hide caption` },
  { name: 'extra tag', agency: false, print: (text, by) => `${text} (AP Photo/${by}) (APMedia)` },
  {
    name: 'copyright tail',
    agency: false,
    print: (text, by, { year }) =>
      `${text} (AP Photo/${by})\r\nCopyright ${year} The Associated Press. All rights reserved.`,
  },
  { name: 'gallery counter', agency: false, print: (text, by) => `Image 2 of 9 ${text} (AP Photo/${by})` },
  { name: 'doubled', agency: false, print: (text, by) => `${text} ${text} (AP Photo/${by})` },
  { name: 'bare', agency: false, print: (text) => text },
]

/** Credits without a photographer; a photo keeps one of them through all its life. */
export const namelessForms: readonly CreditForm[] = [
  { name: 'no name', agency: true, print: (text) => `${text} (AP Photo)` },
  { name: 'handout', agency: true, print: (text, _by, { body }) => `${text} (${body} via AP)` },
  { name: 'courtesy', agency: true, print: (text, _by, { body }) => `${text} (Courtesy of ${body} via AP)` },
]

/** A photo's caption as the script knows it: one text, one photographer, many printed forms. */
export interface Photo {
  readonly family: string
  readonly text: string
  readonly photographer: string
  readonly paper: string
  readonly year: number
  readonly body: string
}

/** Prints the caption of a photo in one of the forms. */
export function printCaption(photo: Photo, form: CreditForm): CaptionIntent {
  return { family: photo.family, text: photo.text, form: form.print(photo.text, photo.photographer, photo) }
}

/** The form of that name; the script names the forms it needs. */
export function formNamed(name: string): CreditForm {
  const form = [...creditForms, ...namelessForms].find((known) => known.name === name)
  if (form === undefined) throw new Error(`no credit form is named ${name}`)
  return form
}
