/** Everything pages and mails say, in English: the catalogue that the other languages are held against. */
export const en = {
  'error.title': 'That did not work',
  'error.requestId': 'Request',
  'error.back': 'Go back to the application and try again.',
} as const

/** A catalogue: every key of the English one. */
export type Strings = Readonly<Record<keyof typeof en, string>>
