// Asks the browser for a passkey (Web Authentication §5.1.4) and sends what it signs with the form. Without it the form stays hidden.
const form = document.getElementById('passkey')
const canAsk = typeof globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON === 'function'
let waiting = null

/** What the authenticator signs, by the options that the page holds; null: nothing. @param mediation  how it asks */
async function sign(mediation) {
  waiting?.abort()
  waiting = new AbortController()
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(form.dataset.options))
  return navigator.credentials.get({ publicKey, mediation, signal: waiting.signal })
}

function send(credential) {
  form.elements.credential.value = JSON.stringify(credential.toJSON())
  form.submit()
}

/** Offers passkeys among the suggestions for the address, for as long as the page stands. */
async function suggest() {
  if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return
  // Whoever presses the button instead ends this wait; a browser that has no passkey just goes on waiting.
  await sign('conditional').then(send, () => undefined)
}

if (form !== null && canAsk) {
  const trouble = form.querySelector('[data-trouble]')
  form.hidden = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    trouble.hidden = true
    sign('optional').then(send, () => (trouble.hidden = false))
  })
  if ('autofill' in form.dataset) void suggest()
}
