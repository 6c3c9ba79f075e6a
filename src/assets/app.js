// A second press on the same button sends nothing; the server would answer it only once anyway.
const open = (form) => {
  delete form.dataset.sending
  for (const button of form.querySelectorAll('[aria-disabled]')) button.removeAttribute('aria-disabled')
}
addEventListener('submit', (event) => {
  const form = event.target
  if (form.method !== 'post') return
  if (form.dataset.sending) return event.preventDefault()
  form.dataset.sending = '1'
  event.submitter?.setAttribute('aria-disabled', 'true')
  setTimeout(open, 8000, form)
})
addEventListener('pageshow', (event) => {
  if (event.persisted) document.querySelectorAll('form[data-sending]').forEach(open)
})
// Not every browser obeys autofocus on what is not a field.
document.querySelector('[role=alert][autofocus]')?.focus()
// A form that says where to ask is told at once what a choice would do; without this, its button asks.
let asking
addEventListener('change', async ({ target: { form } }) => {
  const answer = form?.dataset.ask && document.querySelector('[data-answer]')
  if (!answer) return
  asking?.abort()
  asking = new AbortController()
  const chosen = new URLSearchParams(new FormData(form))
  chosen.delete('_token')
  try {
    const reply = await fetch(`${form.dataset.ask}?${chosen}`, { signal: asking.signal })
    if (!reply.ok) return
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html')
    answer.replaceChildren(...page.querySelector('[data-answer]').childNodes)
  } catch {
    // Offline, or another choice was quicker: the button is still there.
  }
})
// A heading of the menu closes when one goes on elsewhere, or with Escape.
const closeMenus = ({ target }) => {
  for (const group of document.querySelectorAll('.nav-group[open]')) if (!group.contains(target)) group.open = false
}
addEventListener('click', closeMenus)
addEventListener('focusin', closeMenus)
addEventListener('keydown', ({ key }) => {
  const group = key === 'Escape' && document.querySelector('.nav-group[open]')
  if (!group) return
  if (group.contains(document.activeElement)) group.querySelector('summary').focus()
  group.open = false
})
