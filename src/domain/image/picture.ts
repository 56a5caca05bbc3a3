/** Pixels of an image. */
export type Size = { readonly width: number; readonly height: number }

/** What a file is once all is gone from it that is not needed to show it. */
export type Picture = Size & { readonly bytes: Buffer }

/**
 * Why a file is no picture of ours: `malformed` when its container is not exactly what the format says, from the first byte
 * to the last; `animated` when it holds more than one picture.
 */
export type Flaw = 'malformed' | 'animated'
