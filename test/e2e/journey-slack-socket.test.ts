import { journey } from './journey.js'

journey('Slack by Socket Mode', 'en')
journey('Slack by Socket Mode', 'zh-CN')
