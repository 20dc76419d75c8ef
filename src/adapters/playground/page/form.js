// @ts-check
import { drawLine, element } from './draw.js'
import { filesIn, tooLarge } from './sent-file.js'

/**
 * Shows a form as a dialog. `send` gives the server's outcome; while it names errors the dialog stays open.
 * @param {any} form @param {Record<string, string>} words @param {(values: Record<string, unknown>) => Promise<any>} send
 */
export function openForm(form, words, send) {
  const dialog = /** @type {HTMLDialogElement} */ (document.getElementById('form'))
  const whole = element('p', { className: 'error', role: 'alert', hidden: true })
  const cancel = element('button', { type: 'button', className: 'button' }, words.cancel)
  const submit = element('button', { type: 'submit', className: 'button primary' }, form.submit)
  // Where nothing must be filled in, saying so at each field is noise.
  const isAllOptional = form.fields.every(({ optional, kind }) => optional || kind === 'toggle')
  const made = /** @type {HTMLFormElement} */ (
    element(
      'form',
      { method: 'dialog', noValidate: true },
      element('h2', { id: 'form-title' }, form.title),
      ...form.intro.map(drawLine),
      ...form.fields.map((field) => drawField(field, words, isAllOptional)),
      whole,
      element('div', { className: 'actions' }, cancel, submit),
    )
  )
  cancel.addEventListener('click', () => dialog.close())
  made.addEventListener('submit', async (event) => {
    event.preventDefault()
    const wrong = tooLarge(form, made, words)
    if (Object.keys(wrong).length > 0) return showErrors(form, made, whole, wrong)
    submit.setAttribute('disabled', '')
    const outcome = await send({ ...valuesOf(form, made), ...(await filesIn(form, made)) })
    submit.removeAttribute('disabled')
    if (outcome?.errors) showErrors(form, made, whole, outcome.errors)
    else if (!outcome?.form) dialog.close()
  })
  dialog.setAttribute('aria-labelledby', 'form-title')
  dialog.replaceChildren(made)
  if (!dialog.open) dialog.showModal()
  const first = /** @type {HTMLElement | null} */ (made.querySelector('input, select, textarea'))
  first?.focus()
}

function drawField(field, words, isAllOptional) {
  const id = `field-${field.name}`
  const described = `${id}-hint ${id}-error`
  const optional = field.optional && !isAllOptional ? element('span', {}, ` ${words.optional}`) : undefined
  const hint = element('p', { className: 'hint', id: `${id}-hint`, hidden: !field.hint }, field.hint ?? '')
  const error = element('p', { className: 'error', id: `${id}-error`, hidden: true })
  if (field.kind === 'choices' || field.kind === 'toggle') {
    const options = field.kind === 'toggle' ? [{ value: 'on', label: field.label }] : field.options
    const isChecked = (value) => (field.kind === 'toggle' ? field.initial === true : field.initial.includes(value))
    const checks = options.map(({ value, label }) =>
      element('label', {}, element('input', { type: 'checkbox', name: field.name, value, checked: isChecked(value) }), label),
    )
    const legend = field.kind === 'toggle' ? undefined : element('legend', {}, field.label, optional)
    return element(
      'fieldset',
      { className: 'field', 'aria-describedby': described },
      legend,
      element('div', { className: 'checks' }, ...checks),
      hint,
      error,
    )
  }
  const label = element('label', { htmlFor: id }, field.label, field.unit ? element('span', {}, ` (${field.unit})`) : undefined, optional)
  return element('div', { className: 'field' }, label, input(field, id, described), hint, error)
}

function input(field, id, described) {
  const shared = { id, name: field.name, className: 'control', 'aria-describedby': described }
  if (field.kind === 'choice') {
    const none = field.optional || field.initial === '' ? [element('option', { value: '' }, '–')] : []
    const select = /** @type {HTMLSelectElement} */ (
      element('select', shared, ...none, ...field.options.map(({ value, label }) => element('option', { value }, label)))
    )
    select.value = field.initial
    return select
  }
  if (field.long) return element('textarea', { ...shared, value: field.initial, maxLength: field.maxLength })
  if (field.kind === 'file')
    return element('input', { ...shared, type: 'file', accept: field.extensions.map((each) => `.${each}`).join(',') })
  const type = field.kind === 'date' ? 'date' : 'text'
  return element('input', {
    ...shared,
    type,
    value: field.initial,
    maxLength: field.maxLength,
    inputMode: field.kind === 'number' ? 'decimal' : undefined,
  })
}

function valuesOf(form, made) {
  const data = new FormData(made)
  return Object.fromEntries(
    form.fields
      .filter(({ kind }) => kind !== 'file')
      .map(({ name, kind }) => {
        if (kind === 'choices') return [name, data.getAll(name)]
        if (kind === 'toggle') return [name, data.has(name)]
        return [name, data.get(name) ?? '']
      }),
  )
}

function showErrors(form, made, whole, errors) {
  const known = new Set(form.fields.map(({ name }) => name))
  const others = Object.entries(errors).filter(([name]) => !known.has(name))
  whole.textContent = others.map(([, text]) => text).join(' ')
  whole.hidden = others.length === 0
  for (const name of known) {
    const at = made.querySelector(`#field-${CSS.escape(name)}-error`)
    const text = errors[name]
    if (at) {
      at.textContent = text ?? ''
      at.hidden = text === undefined
    }
    for (const control of made.querySelectorAll(`[name="${CSS.escape(name)}"]`))
      control.setAttribute('aria-invalid', String(text !== undefined))
  }
  const first = made.querySelector('[aria-invalid="true"]')
  if (first) first.focus()
}
