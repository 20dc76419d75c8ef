/**
 * Reads a server's event stream as a browser does, until it ends or is aborted.
 *
 * @returns whether the other side ended it
 */
export async function readEvents(
  url: string,
  signal: AbortSignal,
  receive: (event: string, data: string) => void,
): Promise<'ended' | 'aborted'> {
  try {
    const response = await fetch(url, { headers: { accept: 'text/event-stream' }, signal })
    if (!response.ok || response.body === null) throw new Error(`The event stream answers ${response.status}`)
    let rest = ''
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      const events = (rest + chunk).split('\n\n')
      rest = events.pop() ?? ''
      for (const event of events) receive(fieldOf(event, 'event'), fieldOf(event, 'data'))
    }
    return 'ended'
  } catch (error) {
    if (signal.aborted) return 'aborted'
    // A server that stops breaks the connection in the middle.
    if (error instanceof TypeError) return 'ended'
    throw error
  }
}

function fieldOf(event: string, name: string): string {
  return event
    .split('\n')
    .filter((line) => line.startsWith(`${name}: `))
    .map((line) => line.slice(name.length + 2))
    .join('\n')
}
