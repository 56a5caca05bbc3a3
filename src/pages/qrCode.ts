import { correction, generate } from 'lean-qr'
import { toPngBuffer } from 'lean-qr/extras/node_export'

/** Pixels per module: an `otpauth:` URI then is about 300 pixels wide, which every camera reads from a screen. */
const scale = 6

/** A text as a QR code (ISO/IEC 18004): a PNG, black on white. */
export function renderQrCode(text: string): Buffer {
  const code = generate(text, { minCorrectionLevel: correction.M })
  return Buffer.from(toPngBuffer(code, { on: [0, 0, 0], off: [255, 255, 255], scale }))
}

/** The same as SVG of ours, to stand in a page: no image that a browser would have to load, and sharp at every size. */
export function drawQrCode(text: string): string {
  const code = generate(text, { minCorrectionLevel: correction.M })
  const quiet = 4
  const side = code.size + 2 * quiet
  const modules: string[] = []
  for (let y = 0; y < code.size; y++)
    for (let x = 0; x < code.size; x++) if (code.get(x, y)) modules.push(`M${x + quiet} ${y + quiet}h1v1h-1z`)
  return `<svg viewBox="0 0 ${side} ${side}" width="240" height="240" shape-rendering="crispEdges" aria-hidden="true" focusable="false"><rect width="${side}" height="${side}" fill="#fff"/><path d="${modules.join('')}" fill="#000"/></svg>`
}
