/**
 * What page templates put around a caption, as whole phrases in lower case: buttons, icon texts, labels. By language.
 * `head` phrases stand before a caption, `tail` phrases behind it, `both` at either end.
 */
export interface InterfaceWords {
  readonly head: readonly string[]
  readonly tail: readonly string[]
  readonly both: readonly string[]
}
