import type { types, ViewResponseAction } from '@slack/bolt'
import type { Answer, FieldError, Interaction, Reply, Say } from '../../chat/model.js'
import { fieldOf, turnAfter } from './block-id.js'
import { limits } from './limits.js'
import type { SubmissionPayload } from './payload.js'
import { originOf } from './replies.js'
import { plain } from './unit.js'
import { errorBlocks, errorsByBlock, isErrorBlock, viewOf } from './view.js'

type View = SubmissionPayload['view']

/**
 * What a submission's acknowledgement says (errors and the next form have no other way) and which replies are left to carry out after it.
 *
 * @param time `too-late` when Slack no longer listens: then all is said by messages
 */
export function submissionAnswer(
  interaction: Interaction,
  view: View,
  time: 'in-time' | 'too-late',
  { replies, say }: Answer,
): { response: ViewResponseAction | undefined; others: readonly Reply[] } {
  const inModal = replies.find(({ kind }) => kind === 'errors' || kind === 'open')
  if (time === 'too-late') return { response: undefined, others: replies }
  const others = replies.filter((reply) => reply !== inModal)
  if (inModal?.kind === 'open') {
    // On top of the form that was sent, which can be gone back to; a stack ends at three, and the last form gives its place up.
    const { form } = inModal
    const origin = originOf(interaction)
    if (depthOf(view) < limits.viewsInStack) return { response: { response_action: 'push', view: viewOf(form, say, origin) }, others }
    const turn = turnAfter(form.key, blockIdsOf(view.blocks))
    return { response: { response_action: 'update', view: viewOf(form, say, origin, turn) }, others }
  }
  if (inModal?.kind === 'errors') return { response: errorsResponse(interaction, view, inModal.errors, say), others }
  return { response: depthOf(view) > 1 ? { response_action: 'clear' } : undefined, others: replies }
}

/** At which place of its stack a view lies: 1 to 3. */
function depthOf({ root_view_id, previous_view_id }: View): number {
  if (previous_view_id == null) return 1
  return previous_view_id === root_view_id ? 2 : 3
}

function errorsResponse(interaction: Interaction, view: View, errors: readonly FieldError[], say: Say): ViewResponseAction {
  const form = interaction.event.kind === 'submit' ? interaction.event.form : ''
  const inputs = blockIdsOf(view.blocks.filter(({ type }) => type === 'input'))
  const placed = errorsByBlock(form, inputs, errors, say)
  if (placed !== undefined) return { response_action: 'errors', errors: placed }

  // What concerns the form as a whole is said above it; what was typed stays, since the blocks keep their ids.
  const labelOf = (field: string) => view.blocks.find(({ block_id = '' }) => fieldOf(form, block_id) === field)?.label?.text
  const kept = view.blocks.filter(({ block_id }) => !isErrorBlock(block_id)).map(blockOf)
  const blocks = [...errorBlocks(errors, labelOf, say), ...kept]
  return {
    response_action: 'update',
    view: {
      type: 'modal',
      callback_id: view.callback_id,
      private_metadata: view.private_metadata,
      title: plain(view.title.text),
      ...(view.submit == null ? {} : { submit: plain(view.submit.text) }),
      ...(view.close == null ? {} : { close: plain(view.close.text) }),
      blocks: blocks.slice(0, limits.blocksInView),
    },
  }
}

function blockIdsOf(blocks: View['blocks']): string[] {
  return blocks.flatMap(({ block_id }) => (block_id === undefined ? [] : [block_id]))
}

function blockOf({ block_id, ...block }: View['blocks'][number]): types.Block {
  return { ...block, ...(block_id === undefined ? {} : { block_id }) }
}
