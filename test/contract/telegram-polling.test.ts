import { adapterContract } from './contract.js'
import { telegramStand } from './telegram-stand.js'

adapterContract('Telegram by polling', () => telegramStand('polling'))
