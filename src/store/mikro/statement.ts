/** A named prepared statement: parsed once per connection, parameters bound, never part of the text. */
export type Statement = {
  readonly name: string
  readonly text: string
  /** no request waits for it, though one may have caused it: traces leave it out */
  readonly isUpkeep?: true
}
