// Lets people see the password they type, and where a new one is chosen how strong it is. Pages do without it.
const eye = `<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z"/><circle cx="12" cy="12" r="3"/><path class="slash" d="M4 4l16 16"/></svg>`

for (const place of document.querySelectorAll('.secret')) {
  const field = place.querySelector('input')
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'show'
  button.innerHTML = eye
  button.setAttribute('aria-controls', field.id)
  const show = (isShown) => {
    field.type = isShown ? 'text' : 'password'
    button.setAttribute('aria-pressed', String(isShown))
    button.setAttribute('aria-label', place.dataset.show)
    button.title = isShown ? place.dataset.hide : place.dataset.show
  }
  show(false)
  button.addEventListener('click', () => {
    show(field.type === 'password')
    field.focus()
  })
  // What was shown is sent and remembered as what it is.
  field.form?.addEventListener('submit', () => show(false))
  place.append(button)
  if (place.dataset.strength !== undefined) void rate(place, field, JSON.parse(place.dataset.strength))
}

/** Says under the field how strong the password is, while it is typed. @param words  by the names of the catalogue */
async function rate(place, field, words) {
  const { passwordStrength } = await import('./password-strength.js')
  const meter = document.createElement('meter')
  Object.assign(meter, { min: 0, max: 4, low: 2, high: 3, optimum: 4 })
  meter.setAttribute('aria-hidden', 'true')
  const text = document.createElement('span')
  const line = document.createElement('p')
  line.className = 'strength'
  line.setAttribute('role', 'status')
  line.hidden = true
  line.append(meter, text)
  place.after(line)
  field.addEventListener('input', () => {
    line.hidden = field.value === ''
    const email = field.form?.querySelector('[autocomplete~="username"]')?.value ?? ''
    const { score, hint } = passwordStrength(field.value, { email })
    meter.value = score
    text.textContent = [words[`strength.${score}`], hint && words[`strength.${hint}`]]
      .filter(Boolean)
      .join('. ')
  })
}
