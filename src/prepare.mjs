/**
 * What stands between a clean clone and a running bot: packages, the database client, the catalogue's keys, the built program.
 * Plain JavaScript without packages, since it runs before there are any. Each step is skipped when its inputs have not changed.
 *
 *   node src/prepare.mjs [install|generate|build|test]   each includes those before it
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const STEPS = ['install', 'generate', 'build']

/** Brings the checkout up to the named step. @throws Error in words, when a tool fails */
export async function prepare(upTo) {
  const last = STEPS.indexOf(upTo)
  if (last < 0) throw new Error(`Unknown step "${upTo}". Steps: ${STEPS.join(', ')}`)
  install()
  if (last >= 1) await generate()
  if (last >= 2) await build()
}

function install() {
  once('install', ['package-lock.json', '.npmrc'], existsSync(join(root, 'node_modules', '.package-lock.json')), () => {
    say('Installing packages (first run or changed lock file) …')
    run(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  })
}

async function generate() {
  once('generate-client', ['prisma/schema.prisma', 'package-lock.json'], existsSync(join(root, 'src/store/generated/client.ts')), () => {
    say('Generating the database client …')
    rmSync(join(root, 'src/store/generated'), { recursive: true, force: true })
    run(
      process.execPath,
      [join(root, 'node_modules/prisma/build/index.js'), 'generate', '--no-hints', '--config', 'prisma/prisma.config.ts'],
      {
        // `generate` needs no schema engine, but would fetch one; any executable keeps it from doing so.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
    )
  })
  await onceAsync(
    'generate-messages',
    ['locales', 'src/prepare-messages.mjs'],
    existsSync(join(root, 'src/chat/messages.generated.ts')),
    async () => {
      const { writeMessageKeys } = await import('./prepare-messages.mjs')
      writeMessageKeys(root)
    },
  )
}

async function build() {
  await onceAsync('build', ['src', 'package-lock.json', 'tsconfig.json'], existsSync(join(root, 'dist/main.js')), async () => {
    const { build: bundle } = await import('esbuild')
    const sources = filesBelow('src')
    rmSync(join(root, 'dist'), { recursive: true, force: true })
    await bundle({
      absWorkingDir: root,
      entryPoints: sources.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts')),
      outdir: 'dist',
      outbase: 'src',
      format: 'esm',
      platform: 'node',
      target: 'node20',
      sourcemap: 'linked',
      logLevel: 'warning',
    })
    for (const file of sources.filter((name) => !name.endsWith('.ts') && !name.endsWith('.mjs'))) {
      const target = join(root, 'dist', file.slice('src/'.length))
      mkdirSync(dirname(target), { recursive: true })
      cpSync(join(root, file), target)
    }
  })
}

function once(step, inputs, isThere, act) {
  const seen = digest(inputs)
  if (isThere && stampOf(step) === seen) return
  act()
  stamp(step, digest(inputs))
}

async function onceAsync(step, inputs, isThere, act) {
  const seen = digest(inputs)
  if (isThere && stampOf(step) === seen) return
  await act()
  stamp(step, digest(inputs))
}

/** Changes when any input file does. Generated files take part: what is built from them must follow them. */
function digest(inputs) {
  const hash = createHash('sha256')
  for (const input of inputs) {
    for (const file of filesBelow(input))
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(join(root, file)))
        .update('\0')
  }
  return hash.digest('hex')
}

function filesBelow(path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  const entries = readdirSync(dirname(full), { withFileTypes: true }).find((entry) => join(dirname(full), entry.name) === join(full))
  if (entries !== undefined && !entries.isDirectory()) return [path]
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/'))
    .sort()
}

// Kept beside the packages, so that deleting node_modules starts all over.
const stampFile = (step) => join(root, 'node_modules', '.pacesetter', step)
const stampOf = (step) => (existsSync(stampFile(step)) ? readFileSync(stampFile(step), 'utf8') : '')

function stamp(step, value) {
  mkdirSync(dirname(stampFile(step)), { recursive: true })
  writeFileSync(stampFile(step), value)
}

function run(command, args, env = {}) {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    shell: command.endsWith('.cmd'),
  })
  if (error) throw new Error(`Cannot run ${command}: ${error.message}`)
  if (status !== 0) throw new Error(`${command} ${args[0]} failed:\n${stdout}\n${stderr}`)
}

function say(line) {
  process.stderr.write(`${line}\n`)
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await prepare(process.argv[2] === 'test' ? 'build' : (process.argv[2] ?? 'build'))
  } catch (error) {
    say(error.message)
    process.exit(1)
  }
}
