/** A named prepared statement: parsed once per connection, parameters bound, never part of the text. */
export type Statement = { readonly name: string; readonly text: string }
