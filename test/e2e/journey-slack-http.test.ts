import { journey } from './journey.js'

journey('Slack by HTTP', 'zh-CN')
