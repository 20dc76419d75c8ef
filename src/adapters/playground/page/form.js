// @ts-check
import { drawLine, element } from './draw.js'
import { get, query } from './look-up.js'
import { filesIn, tooLarge } from './sent-file.js'

/**
 * @import { Act, ActAnswer } from '../api.js'
 * @import { PageWords } from '../page-words.js'
 * @import { FieldView, FormView } from '../view.js'
 */
/** By field. @typedef {Extract<Act['act'], { kind: 'submit' }>['values']} Values */
/** By field; an empty field is the whole form. @typedef {Readonly<Record<string, string>>} Errors */

/**
 * Shows a form as a dialog. `send` gives the server's outcome; while it names errors the dialog stays open.
 * @param {FormView} form @param {PageWords} words @param {(values: Values) => Promise<ActAnswer | undefined>} send
 */
export function openForm(form, words, send) {
  const dialog = get('#form', HTMLDialogElement)
  const whole = element('p', { className: 'error', role: 'alert', hidden: true })
  const cancel = element('button', { type: 'button', className: 'button' }, words.cancel)
  const submit = element('button', { type: 'submit', className: 'button primary' }, form.submit)
  // Where nothing must be filled in, saying so at each field is noise.
  const isAllOptional = form.fields.every(({ optional, kind }) => optional || kind === 'toggle')
  const made = element(
    'form',
    { method: 'dialog', noValidate: true },
    element('h2', { id: 'form-title' }, form.title),
    ...form.intro.map(drawLine),
    ...form.fields.map((field) => drawField(field, words, isAllOptional)),
    whole,
    element('div', { className: 'actions' }, cancel, submit),
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
  query('input, select, textarea', HTMLElement, made)?.focus()
}

/** @param {FieldView} field @param {PageWords} words @param {boolean} isAllOptional whether all fields of the form are */
function drawField(field, words, isAllOptional) {
  const id = `field-${field.name}`
  const described = `${id}-hint ${id}-error`
  const optional = field.optional && !isAllOptional ? element('span', {}, words.optional) : undefined
  const hint = element('p', { className: 'hint', id: `${id}-hint`, hidden: !field.hint }, field.hint ?? '')
  const error = element('p', { className: 'error', id: `${id}-error`, hidden: true })
  if (field.kind === 'choices' || field.kind === 'toggle') {
    const legend = field.kind === 'toggle' ? undefined : element('legend', {}, field.label, optional)
    const checks = element('div', { className: 'checks' }, ...drawChecks(field))
    return element('fieldset', { className: 'field', 'aria-describedby': described }, legend, checks, hint, error)
  }
  const unit = field.kind === 'number' && field.unit ? element('span', {}, ` (${field.unit})`) : undefined
  const label = element('label', { htmlFor: id }, field.label, unit, optional)
  return element('div', { className: 'field' }, label, drawControl(field, id, described), hint, error)
}

/** @param {Extract<FieldView, { kind: 'choices' | 'toggle' }>} field */
function drawChecks(field) {
  const check = (/** @type {string} */ value, /** @type {string} */ label, /** @type {boolean} */ checked) =>
    element('label', {}, element('input', { type: 'checkbox', name: field.name, value, checked }), label)
  if (field.kind === 'toggle') return [check('on', field.label, field.initial)]
  return field.options.map(({ value, label }) => check(value, label, field.initial.includes(value)))
}

/** @param {Exclude<FieldView, { kind: 'choices' | 'toggle' }>} field @param {string} id @param {string} described by which elements */
function drawControl(field, id, described) {
  const shared = { id, name: field.name, className: 'control', 'aria-describedby': described }
  switch (field.kind) {
    case 'choice': {
      const none = field.optional || field.initial === '' ? [element('option', { value: '' }, '–')] : []
      const options = field.options.map(({ value, label }) => element('option', { value }, label))
      const select = element('select', shared, ...none, ...options)
      select.value = field.initial
      return select
    }
    case 'text': {
      const written = { ...shared, value: field.initial, maxLength: field.maxLength }
      return field.long ? element('textarea', written) : element('input', { ...written, type: 'text' })
    }
    case 'number':
      return element('input', { ...shared, type: 'text', value: field.initial, inputMode: 'decimal' })
    case 'date':
      return element('input', { ...shared, type: 'date', value: field.initial })
    case 'file':
      return element('input', { ...shared, type: 'file', accept: field.extensions.map((each) => `.${each}`).join(',') })
  }
}

/** @param {FormView} form @param {HTMLFormElement} made @returns {Values} but for the files */
function valuesOf(form, made) {
  const data = new FormData(made)
  /** @returns {Values[string]} */
  const given = (/** @type {FieldView} */ { name, kind }) => {
    if (kind === 'choices') return data.getAll(name).map(String)
    if (kind === 'toggle') return data.has(name)
    return String(data.get(name) ?? '')
  }
  return Object.fromEntries(form.fields.filter(({ kind }) => kind !== 'file').map((field) => [field.name, given(field)]))
}

/** @param {FormView} form @param {HTMLFormElement} made @param {HTMLElement} whole where that stands which is about no field @param {Errors} errors */
function showErrors(form, made, whole, errors) {
  const known = new Set(form.fields.map(({ name }) => name))
  const others = Object.entries(errors).filter(([name]) => !known.has(name))
  whole.textContent = others.map(([, text]) => text).join(' ')
  whole.hidden = others.length === 0
  for (const name of known) {
    const at = query(`#field-${CSS.escape(name)}-error`, HTMLElement, made)
    const text = errors[name]
    if (at) {
      at.textContent = text ?? ''
      at.hidden = text === undefined
    }
    for (const control of made.querySelectorAll(`[name="${CSS.escape(name)}"]`))
      control.setAttribute('aria-invalid', String(text !== undefined))
  }
  query('[aria-invalid="true"]', HTMLElement, made)?.focus()
}
