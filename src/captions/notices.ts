/** Notices to editors and rights holders that end a caption: cut from the notice to the end. */
const notices: readonly RegExp[] = [
  /[\s(–—-]{0,6}(?:ATTENTION EDITORS|ATENCIÓN EDITORES|ATTENTION ÉDITEURS|EDITORIAL USE ONLY|FOR EDITORIAL USE|RESTRICTED TO EDITORIAL|MANDATORY CREDIT|NO RESALES|NO ARCHIVES|NO SALES|TPX IMAGES OF THE DAY|BEST QUALITY AVAILABLE|THIS IMAGE HAS BEEN SUPPLIED|QUALITY FROM SOURCE|HONORARPFLICHTIG|ACHTUNG:|SOLO USO EDITORIALE|USO EDITORIAL)/u,
  /[\s/|(.–—-]{0,6}(?:Copyright|©|\(c\)) ?(?:19|20)\d\d,? (?:The )?Associated Press/iu,
  /[\s/|(–—-]{0,6}All rights reserved/iu,
  /[\s/|(–—-]{0,6}(?:Alle Rechte vorbehalten|Tous droits réservés|Todos los derechos reservados|Tutti i diritti riservati|Todos os direitos reservados)/iu,
  /\s?This material may not be published, broadcast/iu,
  /\s?(?:Purchase Licensing Rights|Our Standards: The Thomson Reuters)/u,
]
const trigger =
  /EDIT|CREDIT|SALES|ARCHIV|TPX|QUALITY|SUPPLIED|HONORAR|ACHTUNG|[Rr]ights|Rechte|droits|derechos|diritti|direitos|material may|RIGHTS|Copyright|©|\(c\)/u

/** The caption without such a notice; undefined when there is none. What precedes the notice must be worth keeping. */
export function peelNotice(text: string): string | undefined {
  if (!trigger.test(text)) return undefined
  let at = -1
  for (const notice of notices) {
    const match = notice.exec(text)
    if (match && match.index > 20 && (at < 0 || match.index < at)) at = match.index
  }
  return at < 0 ? undefined : text.slice(0, at).replace(/[\s/|(–—-]{1,8}$/u, '')
}
