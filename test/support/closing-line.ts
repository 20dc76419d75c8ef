import type { Reporter, TestModule } from 'vitest/node'

/** Says at the very end, alone on a line, how many tests passed, failed and were skipped: for whoever reads only that. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((each) => each.result().state))
    const count = (state: string) => states.filter((each) => each === state).length
    // A file that does not load has no tests, and is a failure all the same.
    const broken = modules.filter((module) => module.errors().length > 0).length
    process.stdout.write(`${count('passed')} passed, ${count('failed') + broken} failed, ${count('skipped')} skipped\n`)
  }
}
