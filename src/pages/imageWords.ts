import type { Refusal } from '../domain/refusal.ts'

/** The words for what is wrong with an image, by the reason of the refusal; whatever else it is, the image is damaged. */
const words: Readonly<Record<string, string>> = {
  'no image chosen': 'none',
  'no image': 'type',
  'image too large': 'size',
  'image animated': 'animated',
}

/** The name of the words for what is wrong with an image that was chosen. @param refusal  of `decideUpload` or `decideImage` */
export function imageWords({ reason }: Pick<Refusal, 'reason'>): string {
  return words[reason] ?? 'damaged'
}
