import pg from 'pg'

/** A new database with all that is in another one, which nobody may be connected to. @returns its URL */
export async function copyDatabase(url: string, name: string): Promise<string> {
  const from = new URL(url)
  const to = new URL(url)
  to.pathname = `/${name}`
  const admin = new URL(url)
  admin.pathname = '/postgres'
  const client = new pg.Client({ connectionString: admin.href })
  await client.connect()
  try {
    await client.query(`CREATE DATABASE "${name}" TEMPLATE "${from.pathname.slice(1)}"`)
  } finally {
    await client.end()
  }
  return to.href
}
