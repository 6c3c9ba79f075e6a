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
