/**
 * Decides whether a text may name something to people: the rule of `DisplayName` in the contract, for names that come by form,
 * where what is wrong has to be said beside the field. 1–100 characters, none of which hides or turns the writing direction.
 */
export function isDisplayName(text: string): boolean {
  const length = [...text].length
  return (
    length >= 1 &&
    length <= 100 &&
    text.isWellFormed() &&
    text.trim() !== '' &&
    !/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u.test(text)
  )
}
