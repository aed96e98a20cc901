import { inLanguage } from '../newsml/language.ts'
import { foldSpace } from '../../normalise/text.ts'
import { attr, child, children, rawText, textOf } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'
import { aliasOf, schemes } from '../newsml/catalogs/schemes.ts'
import { topicName } from '../newsml/catalogs/topics.ts'

/** A controlled value of a document: as QCode, as URI, as literal, or merely named. */
export interface Concept {
  /** Alias of the vocabulary; its URI when no alias is known. */
  readonly scheme?: string
  readonly code?: string
  readonly name?: string
  readonly literal?: string
}

/** Parts "alias:code" at its first colon, for the code may hold more of them (NewsML-G2 specification, QCodes). */
export function splitQCode(qcode: string): { alias: string; code: string } | undefined {
  const at = qcode.indexOf(':')
  const alias = qcode.slice(0, Math.max(at, 0)).trim()
  const code = qcode.slice(at + 1).trim()
  return at <= 0 || alias === '' || code === '' ? undefined : { alias, code }
}

/** Parts the URI of a concept into vocabulary and code, at its last slash or hash. */
export function splitConceptUri(uri: string): { scheme: string; code: string } | undefined {
  const at = Math.max(uri.lastIndexOf('/'), uri.lastIndexOf('#'))
  const code = uri.slice(at + 1)
  return at < 0 || code === '' ? undefined : { scheme: uri.slice(0, at + 1), code }
}

/** What a document says about its vocabularies and concepts. */
export class Vocabulary {
  readonly #schemes = new Map<string, string>()
  readonly #asserts = new Map<string, XmlElement>()
  readonly #language: string | undefined

  constructor(holders: readonly (XmlElement | undefined)[], language?: string) {
    this.#language = language
    for (const holder of holders) {
      for (const catalog of children(holder, 'catalog')) {
        for (const scheme of children(catalog, 'scheme')) {
          const alias = attr(scheme, 'alias')
          const uri = attr(scheme, 'uri')
          if (alias !== undefined && uri !== undefined) this.#schemes.set(alias, uri)
        }
      }
      for (const assert of children(holder, 'assert')) {
        for (const key of [attr(assert, 'qcode'), attr(assert, 'uri'), attr(assert, 'literal')]) {
          if (key !== undefined && !this.#asserts.has(key)) this.#asserts.set(key, assert)
        }
      }
    }
  }

  /** URI of a scheme: the document's own catalog first, then the shipped ones. */
  schemeUri(alias: string): string | undefined {
    return this.#schemes.get(alias) ?? schemes.get(alias)
  }

  /** Reads the concept an element names by @qcode, @uri or @literal, with its name from here, an assert or our tables. */
  concept(element: XmlElement | undefined): Concept {
    if (element === undefined) return {}
    const qcode = attr(element, 'qcode')
    const uri = attr(element, 'uri')
    const literal = attr(element, 'literal')
    const coded = this.#coded(qcode, uri)
    const asserted = this.#asserts.get(qcode ?? uri ?? literal ?? '')
    const name = this.name(element) ?? this.name(asserted) ?? topicName(coded?.scheme, coded?.code) ?? literal
    return {
      ...coded,
      ...(name === undefined ? {} : { name }),
      ...(literal === undefined ? {} : { literal }),
    }
  }

  /** The name of a concept in the document's language, else English, else the first; mnemonics only when alone. */
  name(element: XmlElement | undefined): string | undefined {
    const named = children(element, 'name').filter((name) => rawText(name).trim() !== '')
    if (named.length === 0) return undefined
    const spoken = named.filter((name) => codeOf(attr(name, 'role'), attr(name, 'roleuri')) !== 'mnemonic')
    return textOf(inLanguage(spoken.length > 0 ? spoken : named, this.#language))
  }

  /** What to call the party behind an element: its name, literal, code, or its text. */
  party(element: XmlElement | undefined): string | undefined {
    if (element === undefined) return undefined
    const concept = this.concept(element)
    return concept.name ?? concept.literal ?? concept.code ?? (child(element, 'name') ? undefined : textOf(element))
  }

  #coded(qcode: string | undefined, uri: string | undefined): { scheme?: string; code: string } | undefined {
    const split = qcode === undefined ? undefined : splitQCode(qcode)
    if (split !== undefined) return { scheme: split.alias, code: split.code }
    if (qcode !== undefined) return { code: qcode }
    const parts = uri === undefined ? undefined : splitConceptUri(uri)
    if (parts === undefined) return undefined
    return { scheme: aliasOf(parts.scheme) ?? parts.scheme, code: parts.code }
  }
}

/**
 * The code of a role, status or class: what follows the first colon of a QCode, or ends a URI; in lower case, because
 * agencies differ ("stat:Usable", "stat:usable").
 */
export function codeOf(qcode: string | undefined, uri?: string): string | undefined {
  const code =
    qcode !== undefined && !/^https?:/i.test(qcode)
      ? (splitQCode(qcode)?.code ?? qcode)
      : splitConceptUri(qcode ?? uri ?? '')?.code
  const folded = code === undefined ? '' : foldSpace(code).toLowerCase()
  return folded === '' ? undefined : folded
}

/** Code of the element's @qcode or @uri. */
export function codeAt(element: XmlElement | undefined): string | undefined {
  return codeOf(attr(element, 'qcode'), attr(element, 'uri'))
}

/** Code of the element's @role or @roleuri. */
export function roleAt(element: XmlElement | undefined): string | undefined {
  return codeOf(attr(element, 'role'), attr(element, 'roleuri'))
}
