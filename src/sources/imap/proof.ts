/** How a connection proves who it is. */
export type Proof =
  { readonly kind: 'password'; readonly password: string } | { readonly kind: 'token'; readonly token: string }

/**
 * The forms in which a proof goes over the wire. A password: quoted, encoded, and with the user in SASL PLAIN (RFC 4616).
 * A token: as it is, and in XOAUTH2; OAUTHBEARER (RFC 7628) wraps it in what only the connection knows.
 */
export function formsOf(user: string, proof: Proof): readonly string[] {
  if (proof.kind === 'token') {
    return [proof.token, Buffer.from(`user=${user}\x01auth=Bearer ${proof.token}\x01\x01`).toString('base64')]
  }
  const { password } = proof
  const quoted = password.replace(/["\\]/g, '\\$&')
  const encoded = [password, `\0${user}\0${password}`].map((text) => Buffer.from(text).toString('base64'))
  return [quoted, password, ...encoded].filter((form) => form !== '')
}
