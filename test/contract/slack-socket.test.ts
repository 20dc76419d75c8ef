import { adapterContract } from './contract.js'
import { slackStand } from './slack-stand.js'

adapterContract('Slack by Socket Mode', () => slackStand('socket'))
