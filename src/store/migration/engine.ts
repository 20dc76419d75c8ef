import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { bindMigrationAwareSqlAdapterFactory, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
// The package's own entry imports the .wasm as a module, which Node does not do without a flag.
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'

export type SchemaEngine = bindings.SchemaEngine

/**
 * Prisma's schema engine, in WebAssembly, on the given database. The one the Prisma CLI uses is a native program that it downloads;
 * not every network allows that.
 *
 * @param datamodel the text of schema.prisma; applying migrations does without
 */
export async function schemaEngine(factory: SqlMigrationAwareDriverAdapterFactory, datamodel?: string): Promise<SchemaEngine> {
  loadOnce()
  return bindings.SchemaEngine.new(
    { datamodels: datamodel === undefined ? undefined : [['schema.prisma', datamodel]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  )
}

// Node has it, but its types leave it to the browser's, which this project does not load.
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object
  Instance: new (
    module: object,
    imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  ) => { exports: Readonly<Record<string, unknown>> }
}

let loaded = false

function loadOnce(): void {
  if (loaded) return
  const path = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm')
  const wasm = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(path)), { './schema_engine_bg.js': imports() })
  bindings.__wbg_set_wasm(wasm.exports)
  const start = wasm.exports.__wbindgen_start
  if (typeof start === 'function') start()
  loaded = true
}

/** The engine's lock may take ten seconds, and their timer stays when it is long held: the process is not to wait for it at its end. */
function imports(): Record<string, unknown> {
  const isTimer = (name: string) => name.startsWith('__wbg_setTimeout')
  return Object.fromEntries(Object.entries(bindings).map(([name, value]) => [name, isTimer(name) ? startTimer : value]))
}

function startTimer(act: () => void, ms: number): NodeJS.Timeout {
  return setTimeout(act, ms >>> 0).unref()
}
