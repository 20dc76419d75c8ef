import { existsSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import type { Plugin } from 'vitest/config'

/**
 * Tests name the sources and are given what was built of them, which Node loads by itself: reading all of src through Vite takes each worker
 * longer than most files' tests. Who watches gets the sources, whose changes Vite sees.
 */
export function builtSources(root: string): Plugin {
  const [src, dist] = [join(root, 'src') + sep, join(root, 'dist') + sep]
  let watching = false
  return {
    name: 'built-sources',
    enforce: 'pre',
    configResolved({ test }) {
      watching = test?.watch === true
    },
    resolveId(source, importer) {
      if (watching || importer === undefined || !source.startsWith('.') || !source.endsWith('.js')) return
      const file = resolve(dirname(importer), source)
      const built = file.startsWith(src) ? dist + file.slice(src.length) : undefined
      return built !== undefined && existsSync(built) ? built : undefined
    },
  }
}
