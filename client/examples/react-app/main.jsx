import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.jsx'
import { auth } from './auth.js'

// Before anything is drawn: whoever comes back from the sign-in page is signed in then.
const problem = auth.isRedirectCallback()
  ? await auth.handleRedirectCallback().then(
      () => undefined,
      (error) => error,
    )
  : undefined

createRoot(document.querySelector('#root')).render(
  <StrictMode>
    <App problem={problem} />
  </StrictMode>,
)
