import { readdirSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'

const FOLDER = fileURLToPath(new URL('page/', import.meta.url))

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** The page itself: the plain files of its folder, read once. */
export function pageFiles(): Hono {
  const routes = new Hono()
  for (const file of readdirSync(FOLDER)) {
    const type = TYPES[extname(file)]
    if (type === undefined) throw new Error(`Cannot serve ${file}: its type is not known`)
    const body = readFileSync(`${FOLDER}${file}`, 'utf8')
    routes.get(pathOf(file), (context) => context.body(body, 200, { 'content-type': type, 'cache-control': 'no-cache' }))
  }
  return routes
}

function pathOf(file: string): string {
  if (file === 'index.html') return '/'
  return extname(file) === '.svg' ? `/${file}` : `/playground/${file}`
}
