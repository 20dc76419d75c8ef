import { createHash } from 'node:crypto'

/** What a button knows a key action by: its name has no room there, and is not ASCII. Of a plan's dozen no two are likely to share one. */
export function actionCode(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 8)
}
