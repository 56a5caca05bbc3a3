import { createAuthClient, webStorage } from '@latchkey/client/auth'

export const auth = createAuthClient({
  issuer: import.meta.env.ISSUER,
  clientId: import.meta.env.CLIENT_ID,
  redirectUri: `${location.origin}/`,
  postLogoutRedirectUri: `${location.origin}/`,
  // Tabs share one sign-in, and a reload keeps it.
  storage: webStorage(localStorage),
})
