import { journey } from './journey.js'

journey('Telegram by webhook', 'en')
journey('Telegram by webhook', 'zh-CN')
