import type { OperationId } from '#src/http/operation.ts'
import { accountPages } from './accountPages.ts'
import { appPages, readingPages } from './developerPages.ts'
import type { PageCase } from './pageCase.ts'
import { signInPages } from './signInPages.ts'

/** Every page that there is. */
export const pages: readonly PageCase[] = [...signInPages, ...accountPages, ...appPages, ...readingPages]

const loaded = 'is loaded by pages, and shown by none'
const text = 'is no page but text for programs'

/** What a browser may get and is not looked at in the matrix, each with the reason. */
export const notLookedAt: Readonly<Partial<Record<OperationId, string>>> = {
  getChangePasswordUrl: 'only leads on, to the page of the password',
  downloadExport: 'is a file that is saved',
  getReference: 'is drawn by Scalar, whose page is not ours: docs.browser.ts reads it',
  getErrorMarkdown: text,
  getDocsMarkdown: text,
  getLlms: text,
  getPasskeyAddScript: loaded,
  getStylesheet: loaded,
  getTheme: loaded,
  getSubmitScript: loaded,
  getPasskeyScript: loaded,
  getPasswordScript: loaded,
  getPasswordStrengthScript: loaded,
  getIcon: loaded,
  getDocsStylesheet: loaded,
  getDocsScript: loaded,
  getScalarScript: loaded,
}
