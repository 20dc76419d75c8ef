import { journey } from './journey.js'

journey('Telegram by webhook', 'en')
