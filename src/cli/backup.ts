import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { openDatabase, restoreInto } from '../store/database.js'
import { type CliCall, configFrom } from './call.js'
import { CliError } from './cli-error.js'

/** `pacesetter backup FILE`: the embedded database as one compressed file. The bot must not be running on it. */
export async function backup({ words: [file], env }: CliCall): Promise<void> {
  const directory = embeddedDirectory(env)
  if (file === undefined) throw new CliError('Say where to: npx pacesetter backup pacesetter.tar.gz', 2)
  if (existsSync(file)) throw new CliError(`${file} is there already and is not overwritten. Choose another name.`)
  const database = await openDatabase({ kind: 'embedded', directory })
  try {
    await writeFile(file, Buffer.from(await (await database.dump()).arrayBuffer()))
  } finally {
    await database.close()
  }
  process.stdout.write(`Written to ${file}. Bring it back with: npx pacesetter restore ${file}\n`)
}

/** `pacesetter restore FILE`: only into an empty place, unless --force says otherwise. */
export async function restore({ words: [file], options, env }: CliCall): Promise<void> {
  const directory = embeddedDirectory(env)
  if (file === undefined || !existsSync(file))
    throw new CliError(
      file === undefined ? 'Say what from: npx pacesetter restore pacesetter.tar.gz' : `There is no file ${file}.`,
      file === undefined ? 2 : 1,
    )
  const outcome = await restoreInto(directory, new Blob([await readFile(file)]), options.force === true ? 'replace' : 'keep')
  if (outcome === 'occupied')
    throw new CliError(`${directory} holds a database already. To put the backup in its place: npx pacesetter restore ${file} --force`)
  process.stdout.write(`Restored ${file} into ${directory}. Start the bot with: npm start\n`)
}

function embeddedDirectory(env: CliCall['env']): string {
  const { database } = configFrom(env)
  if (database.kind !== 'embedded')
    throw new CliError('DATABASE_URL is set: back up and restore a PostgreSQL server with pg_dump and pg_restore.')
  return database.directory
}
