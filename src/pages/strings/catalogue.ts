import type { en } from './en.ts'

/** Everything pages and mails say in one language. */
export type Strings = Readonly<Record<keyof typeof en, string>>
