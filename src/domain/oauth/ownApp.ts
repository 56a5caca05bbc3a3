import { refuse } from '../refusal.ts'

/** The one answer for an app that does not exist and for one that belongs to somebody else. */
export const noSuchApp = refuse('not_found', 'No such application', 'app unknown or not owned')

/** The answer for a secret that the app does not have. */
export const noSuchSecret = refuse('not_found', 'No such secret', 'secret unknown')
