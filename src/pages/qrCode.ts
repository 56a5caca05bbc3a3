import { correction, generate } from 'lean-qr'
import { toPngBuffer } from 'lean-qr/extras/node_export'

/** Pixels per module: an `otpauth:` URI then is about 300 pixels wide, which every camera reads from a screen. */
const scale = 6

/** A text as a QR code (ISO/IEC 18004): a PNG, black on white. */
export function renderQrCode(text: string): Buffer {
  const code = generate(text, { minCorrectionLevel: correction.M })
  return Buffer.from(toPngBuffer(code, { on: [0, 0, 0], off: [255, 255, 255], scale }))
}
