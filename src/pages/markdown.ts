import { Marked } from 'marked'
import { escapeHtml } from './escapeHtml.ts'

/**
 * Renders Markdown of ours.
 *
 * @param pathOf  where a link leads here; null: nowhere, and then only its text is left
 */
export function renderMarkdown(markdown: string, pathOf: (href: string) => string | null): string {
  const marked = new Marked({ gfm: true, async: false })
  marked.use({
    renderer: {
      heading({ tokens, depth, text }) {
        return `<h${depth} id="${idOf(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`
      },
      link({ href, tokens }) {
        const path = pathOf(href)
        const text = this.parser.parseInline(tokens)
        return path === null ? text : `<a href="${escapeHtml(path)}">${text}</a>`
      },
      table({ header, rows }) {
        // Wide tables scroll by themselves, so that the page does not.
        const line = (cells: typeof header, tag: string) =>
          `<tr>${cells.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`).join('')}</tr>`
        const body = rows.map((row) => line(row, 'td')).join('\n')
        return `<div class="scroll" tabindex="0"><table>\n${line(header, 'th')}\n${body}\n</table></div>\n`
      },
      code({ text, lang }) {
        return `<pre tabindex="0"><code class="language-${escapeHtml(lang ?? '')}">${escapeHtml(text)}</code></pre>\n`
      },
    },
  })
  return marked.parse(markdown) as string
}

/** What a heading is linked by: its words. */
function idOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, '')
    .trim()
    .replaceAll(/\s+/g, '-')
}
