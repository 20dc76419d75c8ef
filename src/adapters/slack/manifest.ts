import { commands } from './commands.js'

/** What the bot may do in a workspace; asked for at installation. */
export const botScopes = [
  'app_mentions:read',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:write',
  'users:read',
]

/** What Slack tells us. Each has its listener in events.ts. */
const botEvents = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'channel_left',
  'group_left',
  'member_joined_channel',
  'member_left_channel',
  'message.channels',
  'message.groups',
  'message.im',
  'tokens_revoked',
]

/** Where the web server hands requests to `requestListener`. */
export const paths = { events: '/slack/events', install: '/slack/install', redirect: '/slack/oauth_redirect' } as const

/**
 * The app as Slack's configuration page takes it.
 *
 * @param publicUrl where Slack reaches us, without a final slash; none means Socket Mode
 */
export function manifest(publicUrl?: string): object {
  const requestUrl = publicUrl === undefined ? {} : { request_url: `${publicUrl}${paths.events}` }
  return {
    _metadata: { major_version: 2 },
    display_information: {
      name: 'Pacesetter',
      description: 'From the yearly sales target to what each person does today',
      background_color: '#1f3a2d',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Pacesetter', always_online: true },
      slash_commands: commands.map(({ name, description, usageHint }) => ({
        command: `/${name}`,
        description,
        ...(usageHint === undefined ? {} : { usage_hint: usageHint }),
        should_escape: true,
        ...(publicUrl === undefined ? {} : { url: `${publicUrl}${paths.events}` }),
      })),
    },
    oauth_config: {
      ...(publicUrl === undefined ? {} : { redirect_urls: [`${publicUrl}${paths.redirect}`] }),
      scopes: { bot: botScopes },
    },
    settings: {
      event_subscriptions: { ...requestUrl, bot_events: botEvents },
      interactivity: { is_enabled: true, ...requestUrl },
      org_deploy_enabled: false,
      socket_mode_enabled: publicUrl === undefined,
      token_rotation_enabled: false,
    },
  }
}
