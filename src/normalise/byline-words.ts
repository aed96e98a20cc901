const titles =
  /\b(?:writers?|reporters?|editors?|correspondents?|columnists?|critics?|bureau|chiefs?|staff|journalists?|photographers?|producers?|analysts?|contributors?|speaker|intern|meteorologists?|anchor|host|fellow|professor|director|president|redakt(?:eur|ör)\w{0,3}|korrespondent\w{0,2}|journaliste?s?|enviad[oa]s? especia(?:l|is|les)|envoyée?s? spécia(?:le?|ux)|inviat[oaie] special[ei]|corresponsal(?:es)?|correspondante?s?|corrispondente|redactora?|periodistas?|giornalist[aei]|jornalistas?|repórter(?:es)?|rédact(?:eur|rice)s?|reporterin|fotograf(?:in|o|a)?|dziennikarz|novinářk?a?|muhabiri?)(?![\p{L}])/iu
const organisations =
  /\b(?:associated press|ap|afp|reuters|dpa|upi|press|news|newspapers?|times|post|tribune|gazette|herald|journal|chronicle|daily|agency|wire|media|network|radio|television|tv|magazine|inquirer|globe|observer|bulletin|courier|dispatch|examiner|star|sun|sentinel|register|record|republic|union|conversation|kaiser|propublica|institute|university|service|foundation|presse|agence|agencia|agenzia|agentur)\b|\bagência\s/i

/** "AP Sports Writer", "Staff Reporter": says what somebody is. */
export function isTitle(text: string): boolean {
  return titles.test(text)
}

/** "The Associated Press", "Example Daily News", "For The Associated Press": names no person. */
export function isOrganisation(text: string): boolean {
  if (/^(?:for\s+)?the\s/i.test(text)) return true
  return (
    organisations.test(text) &&
    !isTitle(text) &&
    text.split(' ').length <= 8 &&
    !/^\p{Lu}[\p{L}.'-]* \p{Lu}[\p{L}'-]+$/u.test(withoutAgency(text))
  )
}

/** "PA Scotland", "BBC News NI": an agency's initials before one of its desks. A person may have such initials, too. */
export function isDesk(text: string): boolean {
  return /^(?:AP|PA|AAP|AFP|ANP|ANSA|APA|ATS|BBC|CBC|CNN|CP|DPA|EFE|KNA|MTI|NPR|NTB|PAP|PTI|SDA|STT|TASR|TT|UPI|ČTK) \p{Lu}\p{Ll}/u.test(
    text,
  )
}

// two words may be "Example Times" or "Jane Post": a first name cannot be told, so well-known agency words decide
function withoutAgency(text: string): string {
  return /\b(?:press|news|newspapers?|agency|ap|afp|reuters|dpa|upi|tribune|gazette|herald|journal|chronicle|media|times|radio|magazine|university|institute|foundation|propublica|presse|agence|agencia|agenzia|agentur)\b/i.test(
    text,
  )
    ? ''
    : text
}

/** "AP Business Writers" of two people is "AP Business Writer" of each. */
export function singularTitle(title: string): string {
  return title.replace(
    /\b(writer|reporter|editor|correspondent|columnist|critic|journalist|photographer|producer|analyst|contributor|chief|meteorologist)s\b/gi,
    '$1',
  )
}
