// Asks the browser for a passkey (Web Authentication §5.1.3) and puts what it makes into the form. Without it the page says so.
const form = document.getElementById('passkey-add')
const button = form?.querySelector('button')
const troubles = document.querySelectorAll('[data-trouble]')

/** Shows one of the troubles that the page has words for; null: none. */
function tell(name) {
  for (const trouble of troubles) trouble.hidden = trouble.dataset.trouble !== name
  document.getElementById('passkey-trouble').hidden = name === null
}

/** What the browser makes, by the options that the page holds. */
async function make() {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(form.dataset.options))
  return navigator.credentials.create({ publicKey })
}

/** Sends the form with what the browser has made. */
function send(credential) {
  form.elements.credential.value = JSON.stringify(credential.toJSON())
  form.submit()
}

/** Says what became of it when the browser has made none. */
function stop(error) {
  tell(error.name === 'InvalidStateError' ? 'known' : 'stopped')
  button.disabled = false
}

if (form !== null && typeof globalThis.PublicKeyCredential?.parseCreationOptionsFromJSON === 'function') {
  for (const trouble of troubles) if (trouble.dataset.trouble === 'unsupported') trouble.hidden = true
  button.disabled = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    tell(null)
    button.disabled = true
    make().then(send).catch(stop)
  })
}
