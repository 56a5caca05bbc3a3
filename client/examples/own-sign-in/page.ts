type Fields = Partial<Record<string, string>>

let answer: ((fields: Fields) => void) | undefined

// For all forms and for good: one that is sent twice must not leave the page, and take a password along.
document.addEventListener('submit', (event) => {
  event.preventDefault()
  const form = event.target as HTMLFormElement
  say('problem', '')
  answer?.(Object.fromEntries(new FormData(form, event.submitter)) as Fields)
  for (const secret of form.querySelectorAll<HTMLInputElement>('.secret')) secret.value = ''
})

/** Shows one of the page's forms, and waits until it is sent. @returns its fields, and the button that sent it */
export function ask(name: string): Promise<Fields> {
  for (const form of document.forms) form.hidden = form.id !== name
  document.querySelector<HTMLElement>(`#${name} :is(input, button)`)!.focus()
  return new Promise((resolve) => (answer = resolve))
}

/** Puts words into the page: as text, never as markup. */
export function say(id: string, text: string): void {
  document.querySelector(`#${id}`)!.textContent = text
}
