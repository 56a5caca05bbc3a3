import { useState } from 'react'
import { auth } from './auth.js'
import { useUser } from './useUser.js'

export function App({ problem }) {
  const user = useUser()
  return (
    <main>
      <h1>React with Latchkey</h1>
      {problem && <p role="alert">{problem.description}</p>}
      {user === null && <button onClick={() => auth.loginWithRedirect()}>Sign in</button>}
      {user && <Profile user={user} />}
    </main>
  )
}

function Profile({ user }) {
  const [renewals, setRenewals] = useState(0)
  async function renew() {
    await auth.getAccessToken({ forceRefresh: true })
    setRenewals(renewals + 1)
  }
  return (
    <>
      <p>
        You are <strong>{user.email}</strong>.
      </p>
      <p>Tokens were renewed {renewals} times.</p>
      <button onClick={renew}>Renew</button>
      <button onClick={() => auth.logout()}>Sign out</button>
    </>
  )
}
