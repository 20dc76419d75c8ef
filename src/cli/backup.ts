import { createReadStream, existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { isMade, openDatabase, restoreInto } from '../store/database.js'
import { type CliCall, configFrom } from './call.js'
import { CliError } from './cli-error.js'

/** `pacesetter backup FILE`: the embedded database as one compressed file. The bot must not be running on it. */
export async function backup({ words: [file], env, print }: CliCall): Promise<void> {
  const directory = embeddedDirectory(env)
  if (file === undefined) throw new CliError('Say where to: npx pacesetter backup pacesetter.tar.gz', 2)
  if (existsSync(file)) throw new CliError(`${file} is there already and is not overwritten. Choose another name.`)
  if (!isMade(directory))
    throw new CliError(`There is no database in ${directory}. Say where it is: DATA_DIR=… npx pacesetter backup ${file}`)
  const database = await openDatabase({ kind: 'embedded', directory })
  try {
    await writeFile(file, Buffer.from(await (await database.dump()).arrayBuffer()))
  } finally {
    await database.close()
  }
  print(`Written to ${file}. Bring it back with: npx pacesetter restore ${file}`)
}

/** `pacesetter restore FILE`: only into an empty place, unless --force says otherwise. */
export async function restore({ words: [file], options, env, print }: CliCall): Promise<void> {
  const directory = embeddedDirectory(env)
  if (file === undefined || !existsSync(file))
    throw new CliError(
      file === undefined ? 'Say what from: npx pacesetter restore pacesetter.tar.gz' : `There is no file ${file}.`,
      file === undefined ? 2 : 1,
    )
  await mustBeBackup(file)
  const outcome = await restoreInto(directory, new Blob([await readFile(file)]), options.force === true ? 'replace' : 'keep')
  if (outcome === 'occupied')
    throw new CliError(`${directory} holds a database already. To put the backup in its place: npx pacesetter restore ${file} --force`)
  print(`Restored ${file} into ${directory}. Start the bot with: npm start`)
}

/** Read to its end first: what turns out broken half way would end the process in the middle of the work. */
async function mustBeBackup(file: string): Promise<void> {
  const unpacked = createReadStream(file).pipe(createGunzip())
  let holdsDatabase = false
  let tail: Buffer = Buffer.alloc(0)
  try {
    for await (const chunk of unpacked) {
      const bytes = Buffer.concat([tail, chunk])
      holdsDatabase ||= bytes.includes(OF_A_DATABASE)
      tail = bytes.subarray(-OF_A_DATABASE.length)
    }
  } catch {
    holdsDatabase = false
  }
  if (!holdsDatabase) throw new CliError(`${file} is no backup of Pacesetter, or it is damaged. Nothing was changed.`)
}

/** The file by which PostgreSQL knows its own directory. */
const OF_A_DATABASE = 'PG_VERSION'

function embeddedDirectory(env: CliCall['env']): string {
  const { database } = configFrom(env)
  if (database.kind !== 'embedded')
    throw new CliError('DATABASE_URL is set: back up and restore a PostgreSQL server with pg_dump and pg_restore.')
  return database.directory
}
