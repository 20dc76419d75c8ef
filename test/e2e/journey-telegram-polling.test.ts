import { journey } from './journey.js'

journey('Telegram by polling', 'en')
journey('Telegram by polling', 'zh-CN')
