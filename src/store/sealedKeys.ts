/** Keys of ours that must outlive every change of `LATCHKEY_SECRET`, sealed. */
export type SealedKeys = {
  /** Keeps a key under a name, unless there is one already. Returns the one that is there. One statement. */
  keep(name: string, sealed: Buffer): Promise<Buffer>
  /** Puts the same key, sealed anew, in the place of `former`; a no-op when another process was faster. */
  reseal(name: string, former: Buffer, sealed: Buffer): Promise<void>
}
