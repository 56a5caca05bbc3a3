import { codeExplanations } from '../domain/explanation/codes.ts'
import { errorCodes, reasonExplanations } from '../domain/explanations.ts'
import type { ErrorCode } from '../domain/refusal.ts'

/** What every error has in common, and all codes, as Markdown. */
export function errorsMarkdown(): string {
  const rows = errorCodes.map(
    (code) => `| [\`${code}\`](/docs/errors/${code}) | ${cell(codeExplanations[code].meaning)} |`,
  )
  return `# Errors

Every error has one shape: \`error\`, \`error_description\`, \`error_uri\`, \`request_id\`. Program against \`error\`; quote
\`request_id\` when you ask for help: \`latchkey explain\` finds its story in the log. In development \`error_uri\` leads to the
story of that very request, in production to the page of its code.

| code | means |
|---|---|
${rows.join('\n')}
`
}

/** What one code means, and its usual causes, as Markdown. */
export function errorMarkdown(code: ErrorCode): string {
  const { meaning, spec, fix } = codeExplanations[code]
  const causes = reasonExplanations.filter((each) => each.code === code)
  const rows = causes.map((each) => `| ${cell(each.meaning)} | ${cell(each.spec)} | ${cell(each.fix)} |`)
  const table = `\n## Usual causes\n\n| cause | source | fix |\n|---|---|---|\n${rows.join('\n')}\n`
  return `# \`${code}\`

**Meaning.** ${text(meaning)}

**Source.** ${text(spec)}

**Fix.** ${text(fix)}
${causes.length === 0 ? '' : table}
[All errors](/docs/errors)
`
}

/** Text that must not be read as Markdown. */
function text(plain: string): string {
  return plain.replaceAll(/([*<>[\]\\])/g, '\\$1')
}

function cell(plain: string): string {
  return text(plain).replaceAll('|', '\\|')
}
