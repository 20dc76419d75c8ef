import { type Json, list, record, records, textOf, words } from './json.js'

/** What is wrong with blocks by Slack's rules, in words; empty when nothing is. */
export function blockProblems(blocks: readonly Json[], surface: 'message' | 'modal' | 'home'): string[] {
  const most = surface === 'message' ? 50 : 100
  const ids = blocks.map(({ block_id }) => words(block_id)).filter((id) => id !== '')
  return [
    ...tooMany('blocks', blocks.length, most),
    ...(new Set(ids).size < ids.length ? ['two blocks with the same block_id'] : []),
    ...(blocks.filter(({ type }) => type === 'table').length > 1 ? ['more than one table in a message'] : []),
    ...blocks.flatMap((block) => blockProblem(block, surface).map((problem) => `${words(block.type)}: ${problem}`)),
  ]
}

function blockProblem(block: Json, surface: 'message' | 'modal' | 'home'): string[] {
  const always = long('block_id', words(block.block_id), 255)
  switch (block.type) {
    case 'header':
      return [...always, ...sized('text', textOf(block.text), 1, 150)]
    case 'section': {
      const fields = records(block.fields)
      if (block.text === undefined && fields.length === 0) return ['neither text nor fields']
      const text = block.text === undefined ? [] : [...sized('text', textOf(block.text), 1, 3000), ...markProblems(block.text)]
      return [
        ...always,
        ...text,
        ...tooMany('fields', fields.length, 10),
        ...fields.flatMap((field) => [...sized('field', textOf(field), 1, 2000), ...markProblems(field)]),
      ]
    }
    case 'context': {
      const elements = records(block.elements)
      return [
        ...always,
        ...some('elements', elements.length),
        ...tooMany('elements', elements.length, 10),
        ...elements.flatMap((element) => [...sized('text', textOf(element), 1, 2000), ...markProblems(element)]),
      ]
    }
    case 'divider':
      return always
    case 'image':
      return [
        ...always,
        ...sized('image_url', words(block.image_url), 1, 3000),
        ...sized('alt_text', words(block.alt_text), 1, 2000),
        ...(/^https?:\/\//.test(words(block.image_url)) ? [] : ['image_url is no web address']),
      ]
    case 'actions': {
      const elements = records(block.elements)
      const ids = elements.map(({ action_id }) => words(action_id))
      return [
        ...always,
        ...some('elements', elements.length),
        ...tooMany('elements', elements.length, 25),
        ...(new Set(ids).size < ids.length ? ['two elements with the same action_id'] : []),
        ...elements.flatMap(buttonProblems),
      ]
    }
    case 'table':
      return surface === 'message' ? [...always, ...tableProblems(block)] : ['a table belongs in messages only']
    case 'input':
      return surface === 'modal' ? [...always, ...inputProblems(block)] : ['an input belongs in modals only']
    default:
      return ['unknown to this fake']
  }
}

function buttonProblems(button: Json): string[] {
  if (button.type !== 'button') return [`unknown element ${words(button.type)}`]
  const confirm = record(button.confirm)
  return [
    ...sized('button text', textOf(button.text), 1, 75),
    ...long('value', words(button.value), 2000),
    ...sized('action_id', words(button.action_id), 1, 255),
    ...(button.style === undefined || button.style === 'primary' || button.style === 'danger' ? [] : ['unknown style']),
    ...(button.confirm === undefined
      ? []
      : [
          ...sized('confirm title', textOf(confirm.title), 1, 100),
          ...sized('confirm text', textOf(confirm.text), 1, 300),
          ...sized('confirm', textOf(confirm.confirm), 1, 30),
          ...sized('deny', textOf(confirm.deny), 1, 30),
        ]),
  ]
}

function tableProblems(block: Json): string[] {
  const rows = list(block.rows).map((row) => records(row))
  const cells = rows.flat()
  return [
    ...some('rows', rows.length),
    ...tooMany('rows', rows.length, 100),
    ...rows.flatMap((row) => tooMany('cells in a row', row.length, 20)),
    ...(cells.some((cell) => cell.type !== 'raw_text' || words(cell.text) === '') ? ['an empty or unknown cell'] : []),
    ...long('all cells', cells.map((cell) => words(cell.text)).join(''), 10_000),
    ...tooMany('column_settings', list(block.column_settings).length, 20),
  ]
}

function inputProblems(block: Json): string[] {
  const element = record(block.element)
  const common = [
    ...sized('label', textOf(block.label), 1, 2000),
    ...long('hint', textOf(block.hint), 2000),
    ...long('action_id', words(element.action_id), 255),
  ]
  const options = records(element.options)
  const groups = records(element.option_groups)
  const all = [...options, ...groups.flatMap((group) => records(group.options))]
  const optionProblems = all.flatMap((option) => [
    ...sized('option text', textOf(option.text), 1, 75),
    ...sized('option value', words(option.value), 1, 75),
  ])
  switch (element.type) {
    case 'plain_text_input':
      return [
        ...common,
        ...long('initial_value', words(element.initial_value), Number(element.max_length ?? 3000)),
        ...(Number(element.max_length ?? 1) > 3000 ? ['max_length above 3000'] : []),
      ]
    case 'datepicker':
      return [
        ...common,
        ...(element.initial_date === undefined || /^\d{4}-\d{2}-\d{2}$/.test(words(element.initial_date))
          ? []
          : ['initial_date is no date']),
      ]
    case 'file_input': {
      const most = Number(element.max_files ?? 10)
      return [
        ...common,
        ...(most < 1 || most > 10 ? [`max_files ${most}`] : []),
        ...(list(element.filetypes).every((each) => /^[a-z0-9]+$/.test(words(each))) ? [] : ['a file type that is no extension']),
      ]
    }
    case 'checkboxes':
      return [
        ...common,
        ...some('options', options.length),
        ...tooMany('options', options.length, 10),
        ...optionProblems,
        ...initialProblems(element, all),
      ]
    case 'static_select':
    case 'multi_static_select':
      return [
        ...common,
        ...some('options', all.length),
        ...tooMany('options', options.length, 100),
        ...tooMany('option groups', groups.length, 100),
        ...groups.flatMap((group) => [
          ...tooMany('options in a group', records(group.options).length, 100),
          ...sized('group label', textOf(group.label), 1, 75),
        ]),
        ...optionProblems,
        ...initialProblems(element, all),
      ]
    default:
      return [...common, `unknown input ${words(element.type)}`]
  }
}

function initialProblems(element: Json, options: readonly Json[]): string[] {
  const initial = [...records(element.initial_options), ...(element.initial_option === undefined ? [] : [record(element.initial_option)])]
  const known = new Set(options.map((option) => JSON.stringify(option)))
  return initial.every((option) => known.has(JSON.stringify(option))) ? [] : ['an initial option is none of the options']
}

/** What is wrong with a modal or a Home. */
export function viewProblems(view: Json): string[] {
  const blocks = records(view.blocks)
  const surface = view.type === 'home' ? 'home' : 'modal'
  const hasInput = blocks.some(({ type }) => type === 'input')
  return [
    ...blockProblems(blocks, surface),
    ...long('private_metadata', words(view.private_metadata), 3000),
    ...long('callback_id', words(view.callback_id), 255),
    ...(JSON.stringify(view).length > 250_000 ? ['above 250 kB'] : []),
    ...(surface === 'home'
      ? []
      : [
          ...sized('title', textOf(view.title), 1, 24),
          ...long('submit', textOf(view.submit), 24),
          ...long('close', textOf(view.close), 24),
          ...(hasInput && view.submit === undefined ? ['inputs but no submit'] : []),
        ]),
  ]
}

/** What would shout at everybody, or end in an unwanted mention. */
export function markProblems(text: unknown): string[] {
  const { type, text: mrkdwn } = typeof text === 'string' ? { type: 'mrkdwn', text } : record(text)
  return type === 'mrkdwn' && /<!(channel|here|everyone|subteam)/.test(words(mrkdwn)) ? ['an unescaped mention of everybody'] : []
}

function sized(what: string, text: string, least: number, most: number): string[] {
  return text.length < least ? [`${what} is empty`] : long(what, text, most)
}

function long(what: string, text: string, most: number): string[] {
  return text.length > most ? [`${what} has ${text.length} characters, ${most} are allowed`] : []
}

function tooMany(what: string, count: number, most: number): string[] {
  return count > most ? [`${count} ${what}, ${most} are allowed`] : []
}

function some(what: string, count: number): string[] {
  return count === 0 ? [`no ${what}`] : []
}
