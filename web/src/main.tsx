import './styles/tokens.css'
import './styles/fonts.css'
import './styles/base.css'
import './styles/icons.css'
import './styles/components.css'
import './styles/pages.css'
import './styles/app.css'
import './styles/board.css'
import './styles/obstacle.css'
import './styles/log.css'
import './styles/myWork.css'
import './styles/agencies.css'
import './styles/review.css'
import './styles/inbox.css'
import './styles/offline.css'
import './styles/print.css'
import { render } from 'solid-js/web'
import { App } from './App.tsx'
import { preloadFirstBoard } from './boards/preloadBoard.ts'
import { speak } from './i18n/t.ts'
import { keepClient } from './shell/newVersion.ts'
import { applyTheme } from './theme.ts'

applyTheme()
preloadFirstBoard(location)
await speak()
render(() => <App />, document.body)
if (import.meta.env.PROD) void keepClient()
