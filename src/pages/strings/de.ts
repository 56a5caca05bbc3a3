import type { Strings } from './en.ts'

/** German. */
export const de: Strings = {
  'error.title': 'Das hat nicht geklappt',
  'error.requestId': 'Anfrage',
  'error.back': 'Gehen Sie zur Anwendung zurück und versuchen Sie es noch einmal.',
}
