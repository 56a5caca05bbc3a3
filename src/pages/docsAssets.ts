import { readFileSync } from 'node:fs'

/** How the documentation and the pages of development look. */
export function docsStylesheet(): string {
  return readFileSync(`${import.meta.dirname}/docs/docs.css`, 'utf8')
}

/** The script that hands the contract to Scalar. */
export function docsScript(): string {
  return readFileSync(`${import.meta.dirname}/docs/reference.js`, 'utf8')
}
