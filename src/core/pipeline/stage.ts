/** The stages an open deal goes through, in their order. */
export const STAGES = ['lead', 'needs', 'proposal', 'negotiation'] as const
export type Stage = (typeof STAGES)[number]

export type Outcome = 'won' | 'lost'

/** Where a move leads. */
export type Place = Stage | Outcome

export function isStage(place: string): place is Stage {
  return STAGES.some((stage) => stage === place)
}

/** The stage that people's words, and other systems', stand for in English or Chinese; undefined for anything else. */
export function stageNamed(words: string): Stage | undefined {
  const said = words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_./-]+/g, ' ')
    .replace(/阶段$/, '')
    .trim()
  return STAGES.find((stage) => WORDS[stage].includes(said))
}

const WORDS: Readonly<Record<Stage, readonly string[]>> = {
  lead: ['lead', 'new', 'prospect', 'prospecting', 'first contact', '线索', '初步接触', '初次接触', '接触', '新建'],
  needs: [
    'needs',
    'need',
    'needs analysis',
    'discovery',
    'qualified',
    'qualification',
    'engaging',
    '需求',
    '需求分析',
    '需求确认',
    '需求调研',
  ],
  proposal: ['proposal', 'proposed', 'quote', 'quoted', 'quotation', 'proposal sent', '方案', '报价', '方案报价', '提案', '方案提交'],
  negotiation: ['negotiation', 'negotiating', 'contract', 'contract sent', '谈判', '商务谈判', '议价', '合同', '合同谈判'],
}
