import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'

const FILES = [
  { path: '/', file: 'index.html', type: 'text/html; charset=utf-8' },
  { path: '/playground/style.css', file: 'style.css', type: 'text/css; charset=utf-8' },
  { path: '/playground/theme.css', file: 'theme.css', type: 'text/css; charset=utf-8' },
  { path: '/playground/layout.css', file: 'layout.css', type: 'text/css; charset=utf-8' },
  { path: '/playground/message.css', file: 'message.css', type: 'text/css; charset=utf-8' },
  { path: '/playground/dialog.css', file: 'dialog.css', type: 'text/css; charset=utf-8' },
  { path: '/playground/app.js', file: 'app.js', type: 'text/javascript; charset=utf-8' },
  { path: '/playground/draw.js', file: 'draw.js', type: 'text/javascript; charset=utf-8' },
  { path: '/playground/form.js', file: 'form.js', type: 'text/javascript; charset=utf-8' },
  { path: '/playground/sent-file.js', file: 'sent-file.js', type: 'text/javascript; charset=utf-8' },
  { path: '/playground/composer.js', file: 'composer.js', type: 'text/javascript; charset=utf-8' },
  { path: '/favicon.svg', file: 'favicon.svg', type: 'image/svg+xml' },
] as const

/** The page itself: plain files, read once. */
export function pageFiles(): Hono {
  const routes = new Hono()
  for (const { path, file, type } of FILES) {
    const body = readFileSync(fileURLToPath(new URL(`page/${file}`, import.meta.url)), 'utf8')
    routes.get(path, (context) => context.body(body, 200, { 'content-type': type, 'cache-control': 'no-cache' }))
  }
  return routes
}
