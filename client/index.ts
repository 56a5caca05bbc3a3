export * from '../generated/api/index.ts'
export { createClient, type Client, type ClientOptions } from './createClient.ts'
export {
  passwordHints,
  passwordStrength,
  type PasswordHint,
  type PasswordStrength,
} from './passwordStrength.ts'
