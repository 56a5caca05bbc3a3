/** An area of a catalogue in another language: every key of the English one. */
export type Words<English> = Readonly<Record<keyof English, string>>
