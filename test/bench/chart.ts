/** One bar: how many times its floor something costs, and what was aimed at (null: nothing). */
export type Bar = { readonly name: string; readonly ratio: number; readonly most: number | null }

const barHeight = 18
const gap = 8
const labelWidth = 190
const plotWidth = 480
const met = '#3a7d44'
const missed = '#b5482f'
const plain = '#5b7089'

/** Draws bars from zero, a line at one (the floor), and a mark at each target; colours that also differ in lightness. */
export function drawChart(title: string, bars: readonly Bar[]): string {
  const longest = Math.max(2, ...bars.map(({ ratio }) => ratio), ...bars.map(({ most }) => most ?? 0))
  const at = (ratio: number) => labelWidth + (ratio / longest) * plotWidth
  const height = 44 + bars.length * (barHeight + gap) + 20
  const width = labelWidth + plotWidth + 70
  const rows = bars.map(({ name, ratio, most }, index) => {
    const y = 40 + index * (barHeight + gap)
    const colour = most === null ? plain : ratio <= most ? met : missed
    const mark =
      most === null
        ? ''
        : `<line x1="${at(most).toFixed(1)}" x2="${at(most).toFixed(1)}" y1="${y - 3}" y2="${y + barHeight + 3}" stroke="#111" stroke-width="2"/>`
    return [
      `<text x="${labelWidth - 8}" y="${y + 13}" text-anchor="end">${name}</text>`,
      `<rect x="${labelWidth}" y="${y}" width="${(at(ratio) - labelWidth).toFixed(1)}" height="${barHeight}" fill="${colour}"/>`,
      mark,
      `<text x="${(at(ratio) + 8).toFixed(1)}" y="${y + 13}">${ratio.toFixed(2)}</text>`,
    ].join('')
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" role="img" aria-label="${title}">
<rect width="${width}" height="${height}" fill="#fff"/>
<text x="10" y="20" font-size="14">${title}</text>
<line x1="${at(1).toFixed(1)}" x2="${at(1).toFixed(1)}" y1="32" y2="${height - 16}" stroke="#999" stroke-dasharray="3 3"/>
${rows.join('\n')}
</svg>
`
}
