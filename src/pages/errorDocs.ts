import { codeExplanations } from '../domain/explanation/codes.ts'
import { errorCodes, reasonExplanations } from '../domain/explanations.ts'
import { deliveredLook } from './look.ts'

/** Renders what every error code means, with the usual causes that have a cure of their own. */
export function renderErrorDocs(): string {
  const codes = errorCodes.map((code) => ({
    code,
    ...codeExplanations[code],
    causes: reasonExplanations.filter((each) => each.code === code),
  }))
  return deliveredLook.render('errorDocs', { codes })
}
