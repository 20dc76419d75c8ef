import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { DirectoryInUse, lockDirectory } from '../../src/store/directory-lock.js'

const directory = mkdtempSync(join(tmpdir(), 'pacesetter-lock-'))
afterEach(() => rmSync(directory, { recursive: true, force: true }))

test('a directory is held by one at a time, and by the next once it is let go', async () => {
  const unlock = await lockDirectory(directory)
  await expect(lockDirectory(directory)).rejects.toBeInstanceOf(DirectoryInUse)
  await unlock()
  const again = await lockDirectory(directory)
  await again()
})

test('a killed process keeps nobody out', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pacesetter-lock-'))
  const lockFile = new URL('../../dist/store/directory-lock.js', import.meta.url).href
  const holder = spawn(process.execPath, [
    '-e',
    `import('${lockFile}').then(async (m) => { await m.lockDirectory('${folder}'); console.log('held'); setInterval(() => {}, 1000) })`,
  ])
  await once(holder.stdout, 'data')
  await expect(lockDirectory(folder)).rejects.toBeInstanceOf(DirectoryInUse)
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  const unlock = await lockDirectory(folder)
  await unlock()
  rmSync(folder, { recursive: true, force: true })
})
