import { relative } from 'node:path'
import type { Reporter, TestModule } from 'vitest/node'

/**
 * Names the test files that never came to their end because the process they ran in died. Vitest says that one died, but
 * not in which file, and counts the tests that are missing nowhere.
 */
export default class UnfinishedReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    for (const module of modules) {
      const tests = [...module.children.allTests()]
      const open = tests.filter((test) => test.result().state === 'pending')
      const begun = module.state() === 'pending' || module.state() === 'queued'
      if (!begun && open.length === 0) continue
      const path = relative(process.cwd(), module.moduleId)
      const at = open[0] === undefined ? '' : `, at or before "${open[0].fullName}"`
      console.log(`UNFINISHED ${path}: its process died; tests done before: ${tests.length - open.length}${at}`)
    }
  }
}
