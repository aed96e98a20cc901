import { attr } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'

/** Of several language versions the one in the wanted language, else English, else the first. */
export function inLanguage(versions: readonly XmlElement[], language: string | undefined): XmlElement | undefined {
  const speaks = (wanted: string) => (version: XmlElement) =>
    attr(version, 'xml:lang')?.toLowerCase().split('-')[0] === wanted
  const wanted = language?.toLowerCase().split('-')[0]
  return (
    (wanted === undefined ? undefined : versions.find(speaks(wanted))) ?? versions.find(speaks('en')) ?? versions[0]
  )
}
