import type { NotPublishable, Status } from '../../story/item.ts'
import type { Cast } from './cast.ts'
import type { CreditForm, Photo } from './credits.ts'
import { printCaption } from './credits.ts'
import type { Desk } from './desk.ts'
import type { Intent, WireEvent } from './event.ts'
import { basePlaceholder } from './event.ts'
import type { Association } from './item.ts'
import type { BodyPicture } from './nitf.ts'
import { productsOf } from './products.ts'
import { present } from './running-story.ts'

export interface PictureOptions {
  readonly atSeconds: number
  readonly version: number
  readonly form: CreditForm
  readonly shows: string
  readonly edit?: number
  readonly status?: Status
  /** A corrected caption; the first sentence of the photo otherwise. */
  readonly text?: string
  readonly editorialNote?: string
  readonly editorialTypes?: readonly string[]
  readonly signals?: readonly string[]
  readonly title?: string
  readonly category?: string
  readonly barred?: NotPublishable
  readonly intent?: Partial<Intent>
}

/** A photo on the wire: one item id, one caption family, and every version filed of it. */
export interface RunningPicture {
  readonly itemid: string
  readonly photo: Photo
  readonly title: string
  file(options: PictureOptions): WireEvent
  /** The stub that a story carries. */
  stub(): Association
  /** The photo as it stands in a story's body, its caption printed in a form of its own. */
  inBody(form: CreditForm, apart?: 'credit apart'): BodyPicture
}

/** Opens a photo. `family` joins it to another item with the same caption (a FILE refile, an APTOPIX twin). */
export function openPicture(
  desk: Desk,
  cast: Cast,
  text: string,
  atSeconds: number,
  title: string,
  family?: string,
): RunningPicture {
  const itemid = desk.newItemId()
  const friendlykey = desk.newFriendlyKey()
  const transref = desk.newTransref('XR')
  const photo: Photo = {
    family: family ?? `photo-${itemid.slice(0, 8)}`,
    text,
    photographer: cast.photographer,
    paper: cast.place.paper,
    year: cast.year,
    body: cast.ministry,
  }
  let latest: WireEvent | undefined
  return {
    itemid,
    photo,
    title,
    file(options) {
      const caption = printCaption({ ...photo, text: options.text ?? photo.text }, options.form)
      const versionCreated = desk.clock.iso(options.atSeconds)
      const category = options.category ?? 'i'
      const staff = !options.form.name.startsWith('pool') && options.form.name !== 'handout'
      latest = desk.file({
        atSeconds: options.atSeconds,
        shows: options.shows,
        captions: [caption],
        ...(options.intent === undefined ? {} : { intent: options.intent }),
        facts: {
          itemid,
          version: options.version,
          edit: options.edit ?? 1,
          type: 'picture',
          status: options.status ?? 'usable',
          friendlykey,
          transref,
          // The shutter, not the filing: AP's firstcreated of a photo may lie well before it.
          firstCreated: desk.clock.iso(atSeconds - 2700),
          versionCreated,
          headline: options.title ?? title,
          slug: title,
          slugline: options.title ?? title,
          year: cast.year,
          category,
          subjects: [{ name: 'General news', top: true }],
          products: productsOf(category, 'picture'),
          urgency: 5,
          signals: options.signals ?? ['newscontent'],
          place: cast.place,
          caption: caption.form,
          creditLine: staff ? 'ASSOCIATED PRESS' : `${cast.photographer}/Pool/AP`,
          photographer: staff
            ? { code: 'stf', title: 'STAFF', name: cast.photographer }
            : { code: 'pool', title: 'POOL', name: cast.photographer },
          words: caption.form.split(/\s+/).length,
          ...present({
            editorialNote: options.editorialNote,
            editorialTypes: options.editorialTypes,
            barred: options.barred,
            source: staff ? undefined : { name: 'POOL' },
          }),
        },
        document: {
          headline: options.title ?? title,
          category,
          issued: desk.clock.basic(options.atSeconds),
          year: cast.year,
          paragraphs: [caption.form],
        },
      })
      return latest
    },
    stub() {
      if (latest === undefined) throw new Error(`the photo ${itemid} is linked before it is filed`)
      return { itemid, etag: latest.etag, type: 'picture', headline: latest.intent.headline, version: latest.version }
    },
    inBody(form, apart) {
      const whole = printCaption(photo, form)
      const uri = `${basePlaceholder}/content/${itemid}`
      const fileName = `${title.replaceAll(/[^A-Za-z0-9]+/g, '_')}.jpg`
      return apart === undefined
        ? { uri, fileName, caption: whole }
        : {
            uri,
            fileName,
            caption: { family: photo.family, text: photo.text, form: photo.text },
            producer: `${photo.photographer}/AP`,
          }
    },
  }
}
