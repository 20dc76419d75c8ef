import type { Form } from '../model.js'
import { text } from '../text.js'
import { sourceFields } from './import-source.js'

/** Asks for a plan: a file, or its text. */
export function planImportForm(teamId: string): Form {
  const extensions = ['xlsx', 'xlsm', 'csv', 'tsv', 'txt', 'yaml', 'yml']
  return {
    key: 'plan-import',
    context: teamId,
    title: text('plan-import-form'),
    submit: text('plan-import-submit'),
    intro: [{ kind: 'text', text: text('plan-import-intro') }],
    fields: sourceFields({ file: text('plan-hint-file'), text: text('plan-hint-text') }, extensions),
  }
}
