import { createHash } from 'node:crypto'
import { realpathSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Another process has the embedded database open. */
export class DirectoryInUse extends Error {
  override readonly name = 'DirectoryInUse'
  constructor(readonly directory: string) {
    super(`Another process has the database in ${directory} open`)
  }
}

/**
 * Holds a directory for this process alone. The hold is a listening socket, which the system takes away with its holder,
 * so that a killed process leaves nothing that keeps the next one out. PGlite itself lets a second process in and loses data.
 *
 * @returns lets go
 * @throws DirectoryInUse when another process holds it
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const address = lockAddress(directory)
  const server = (await listen(address)) ?? ((await answers(address)) ? undefined : await takeOver(address))
  if (server === undefined) throw new DirectoryInUse(directory)
  server.unref()
  return () => new Promise((resolve) => server.close(() => resolve()))
}

/** A socket's path may have little over 100 characters, and a data directory's may have more: hence a name of fixed length. */
function lockAddress(directory: string): string {
  const name = createHash('sha256').update(realpathSync(directory)).digest('hex').slice(0, 24)
  return process.platform === 'win32' ? `\\\\.\\pipe\\pacesetter-${name}` : join(tmpdir(), `pacesetter-${name}.lock`)
}

function listen(address: string): Promise<ReturnType<typeof createServer> | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.end())
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)))
    server.listen(address, () => resolve(server))
  })
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

/** Its holder died without taking the socket's file along. */
function takeOver(address: string): Promise<ReturnType<typeof createServer> | undefined> {
  rmSync(address, { force: true })
  return listen(address)
}
