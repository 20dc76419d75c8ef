import { expect, test } from 'vitest'
import { periodId } from '../../../src/core/plan/period-words.js'

test.each([
  { words: '2026', id: '2026' },
  { words: '2026年', id: '2026' },
  { words: '2026-05', id: '2026-05' },
  { words: '2026-05-01', id: '2026-05' },
  { words: '2026/5/1', id: '2026-05' },
  { words: '2026年5月', id: '2026-05' },
  { words: '２０２６年１２月', id: '2026-12' },
  { words: '2026.3', id: '2026-03' },
  { words: '2026-Q2', id: '2026-Q2' },
  { words: '2026 q2', id: '2026-Q2' },
  { words: '2026年第二季度', id: '2026-Q2' },
  { words: '2026年3季度', id: '2026-Q3' },
  { words: 'Q2 2026', id: '2026-Q2' },
  { words: 'Apr 2026', id: '2026-04' },
  { words: 'Sept-2026', id: '2026-09' },
  { words: '2026 October', id: '2026-10' },
  { words: 'Plan 2026', id: 'Plan 2026' },
  { words: '2026-05-02', id: '2026-05-02' },
  { words: 'May-26', id: 'May-26' },
  { words: '', id: '' },
])('"$words" is $id', ({ words, id }) => expect(periodId(words)).toBe(id))
