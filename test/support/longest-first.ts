import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What starts programs and browsers waits more than it computes, and what computes long is few files: begun first, neither keeps the end to itself. */
const LONGEST = [
  '/cli/cli',
  '/e2e/process',
  '/playground/page',
  '/e2e/',
  '/deals/landing',
  '/demo/',
  '/adapters/',
  '/contract/',
  '/cli/',
  '/migrations',
]

/** The order of the files in a clean clone, where none has been timed yet. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.sort((a, b) => rank(a.moduleId) - rank(b.moduleId))
  }
}

function rank(file: string): number {
  const place = LONGEST.findIndex((part) => file.includes(part))
  return place === -1 ? LONGEST.length : place
}
