import { useEffect, useState } from 'react'
import { auth } from './auth.js'

/** Who is signed in; null: nobody; undefined: not known yet. */
export function useUser() {
  const [user, setUser] = useState()
  useEffect(() => auth.onAuthStateChange(setUser), [])
  return user
}
