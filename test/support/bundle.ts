import { rolldown } from 'rolldown'

/**
 * Bundles a module for the browser, as a team's own build does it.
 *
 * @param entry  its file
 * @param format  `iife`: a script instead of an ES module
 * @returns its minified text
 */
export async function bundleForBrowser(entry: string, format: 'es' | 'iife' = 'es'): Promise<string> {
  const bundle = await rolldown({ input: entry, platform: 'browser', logLevel: 'silent' })
  const { output } = await bundle.generate({ format, minify: true })
  await bundle.close()
  return output[0].code
}
