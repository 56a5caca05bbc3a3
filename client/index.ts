export * from '../generated/api/index.ts'
export {
  createClient,
  type CallOptions,
  type Client,
  type ClientOptions,
  type Failure,
  type Options,
  type Result,
  type Success,
} from './createClient.ts'
export {
  ApiError,
  type ErrorsOf,
  type NoAnswer,
  type NoAnswerCode,
  type NotModified,
  type OperationError,
  type Refusal,
} from './errors.ts'
export { items } from './items.ts'
export {
  passwordHints,
  passwordStrength,
  type PasswordHint,
  type PasswordStrength,
} from './passwordStrength.ts'
export type { Route, Values } from './request.ts'
