/** One change that can break a program written against the released contract. */
export type Breach = {
  /** Method and path of the operation, or where in the contract the change stands. */
  readonly place: string
  /** What changed, in one sentence. */
  readonly message: string
}
