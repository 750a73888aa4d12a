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
import { applyAppearance } from './appearance.ts'
import { speak } from './i18n/t.ts'
import { notFound, routes } from './routes.tsx'
import { followLinks } from './routing/followLinks.ts'
import { startRouting } from './routing/router.ts'
import { keepClient } from './shell/newVersion.ts'
import { Shell } from './shell/Shell.tsx'

applyAppearance()
startRouting(routes, notFound)
followLinks()
await speak()
render(() => <Shell />, document.body)
if (import.meta.env.PROD) void keepClient()
