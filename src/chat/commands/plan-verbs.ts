import { meaningOf } from '../meaning-of.js'

/** What may follow `/plan`, in either language, by what is meant. */
const WORDS = {
  new: ['new', 'create', 'add', '新建', '制定', '添加'],
  edit: ['edit', 'change', 'adjust', '修改', '编辑', '调整'],
  draft: ['draft', 'drafts', 'preview', 'publish', '草稿', '预览', '发布'],
  propose: ['propose', '提议', '征求意见'],
  agreement: ['agreement', 'agree', '意见', '商定'],
  window: ['window', 'windows', '窗口', '调整窗口'],
  import: ['import', '导入'],
  recall: ['recall', '撤回'],
  export: ['export', '导出'],
  history: ['history', 'revisions', '历史', '记录'],
  'what-if': ['what-if', 'whatif', 'what if', '试算', '假如'],
  time: ['time', 'season', 'phases', '节奏', '阶段', '淡旺季'],
  actions: ['actions', '关键动作', '动作'],
  tree: ['tree', 'split', '拆分', '分解'],
} as const

export type PlanVerb = keyof typeof WORDS

/** Undefined for a word that is no verb: a target said in words may begin with it. */
export const planVerb = meaningOf<PlanVerb>(WORDS)
