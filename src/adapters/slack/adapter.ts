import type { RequestListener } from 'node:http'
import { HTTPReceiver, type Receiver } from '@slack/bolt'
import type { Logger } from 'pino'
import type { Adapter, Intake } from '../../chat/model.js'
import { clientOptions } from './clients.js'
import { deliver } from './deliver.js'
import { directory } from './directory.js'
import { FirstStoredApp } from './first-stored.js'
import { type Homes, installedHomes, singleHome } from './homes.js'
import { type Installations, installationStore } from './installations.js'
import { listen } from './listeners.js'
import { boltLogger } from './log.js'
import { botScopes, paths } from './manifest.js'
import { listenToRemoval } from './removal.js'
import { oncePerWorkspace } from './renewal.js'
import { carryOut } from './replies.js'
import { type Socket, socketOf } from './socket.js'

export interface SlackOptions {
  readonly connection: SlackConnection
  /** Slack's API or one that stands in for it, with a final slash: https://slack.com/api/ by default. */
  readonly apiUrl?: string
  readonly log: Logger
}

export type SlackConnection =
  | { readonly mode: 'socket'; readonly appToken: string; readonly botToken: string }
  | { readonly mode: 'http'; readonly signingSecret: string; readonly botToken: string }
  | {
      readonly mode: 'oauth'
      readonly signingSecret: string
      readonly clientId: string
      readonly clientSecret: string
      /** Signs the state of an installation under way. */
      readonly stateSecret: string
      readonly installations: Installations
    }

export interface SlackAdapter extends Adapter {
  readonly platform: 'slack'
  /** For the web server to mount; none in Socket Mode. Answers 404 to what is not Slack's. */
  readonly requests?: { readonly paths: readonly string[]; readonly listener: RequestListener }
}

/** Slack by Bolt. Nothing is connected before `start`. */
export function slackAdapter({ connection, apiUrl = 'https://slack.com/api/', log }: SlackOptions): SlackAdapter {
  const wiring = wire(connection, apiUrl, log)
  const { app, homes, socket } = wiring
  const people = directory(log)
  const stopping = new AbortController()
  let intake: Intake | undefined
  let isReady = false

  listen(app, {
    directory: people,
    log,
    homeOf: homes.ofEvent,
    intake: () => {
      if (intake === undefined) throw new Error('Not started: Slack is to deliver this again')
      return intake
    },
  })
  listenToRemoval(app, homes)

  return {
    platform: 'slack',
    ...(wiring.listener === undefined ? {} : { requests: { paths: Object.values(paths), listener: wiring.listener } }),
    async start(given) {
      intake = given
      await homes.ready(stopping.signal)
      await socket?.start()
      isReady = true
    },
    async stop() {
      stopping.abort()
      // What is in hand needs the connection for its acknowledgement.
      await app.drain()
      await socket?.stop()
      isReady = false
    },
    isConnected: () => isReady && (socket?.isConnected() ?? true),
    async deliver(outgoing) {
      return deliver(() => homes.ofWorkspace(outgoing.to.workspace), people, outgoing, log)
    },
    async reply(interaction, answer) {
      const home = await homes.ofWorkspace(interaction.where.workspace)
      await carryOut({ home, directory: people, log }, interaction, answer)
    },
  }
}

interface Wiring {
  readonly app: FirstStoredApp
  readonly homes: Homes
  readonly socket?: Socket
  readonly listener?: RequestListener
}

function wire(connection: SlackConnection, apiUrl: string, log: Logger): Wiring {
  const appOf = (receiver: Receiver, authorize?: ReturnType<typeof singleHome>['authorize']) =>
    new FirstStoredApp({
      receiver,
      // Not a token: Bolt would call Slack from its constructor.
      ...(authorize === undefined ? {} : { authorize }),
      clientOptions: clientOptions(apiUrl, log),
      convoStore: false,
      logger: boltLogger(log),
    })

  switch (connection.mode) {
    case 'socket': {
      const homes = singleHome({ ...connection, apiUrl, log })
      const socket = socketOf({ appToken: connection.appToken, apiUrl, log })
      const app = appOf(socket.receiver, homes.authorize)
      socket.attach(app)
      return { app, homes, socket }
    }
    case 'http': {
      const homes = singleHome({ ...connection, apiUrl, log })
      const receiver = new HTTPReceiver({ signingSecret: connection.signingSecret, logger: boltLogger(log) })
      return { app: appOf(receiver, homes.authorize), homes, listener: listenerOf(receiver) }
    }
    case 'oauth': {
      const { signingSecret, clientId, clientSecret, stateSecret, installations } = connection
      const receiver = new HTTPReceiver({
        signingSecret,
        clientId,
        clientSecret,
        stateSecret,
        scopes: botScopes,
        installationStore: installationStore(installations),
        logger: boltLogger(log),
        installerOptions: { clientOptions: clientOptions(apiUrl, log), installPath: paths.install, redirectUriPath: paths.redirect },
      })
      const { installer } = receiver
      if (installer === undefined) throw new Error('Bolt made no installer: a client id, a client secret and a state secret are needed')
      // Bolt and the deliveries ask the same installer.
      installer.authorize = oncePerWorkspace(installer.authorize)
      const homes = installedHomes({ installations, apiUrl, log, authorize: installer.authorize })
      return { app: appOf(receiver), homes, listener: listenerOf(receiver) }
    }
  }
}

/** Bolt throws at once for paths that are not its own. */
function listenerOf(receiver: HTTPReceiver): RequestListener {
  return (request, response) => {
    try {
      receiver.requestListener(request, response)
    } catch {
      response.writeHead(404).end()
    }
  }
}
