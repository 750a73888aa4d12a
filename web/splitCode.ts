import { join } from 'node:path'
import type { Rolldown } from 'vite'

type Groups = NonNullable<Exclude<Rolldown.OutputOptions['codeSplitting'], boolean | undefined>['groups']>

const FIRST_PAGE = '/src/boards/BoardPage.tsx'
/** Forms, dialogs and the texts of single pages come with the pages that have them. */
const OF_FEW =
  /texts:|document:|\/ui\/(\w*Field|TextArea|Choices|ErrorSummary|Dialog|Select)\.tsx|\/obstacleInput\.ts|\/drafts\.ts/
/** What onIntent() brings, though it is asked for piece by piece. */
const INTENT = /\/(MenuPanel|ToastList|cardItems|accountItems|takeMove)\.tsx?$/

/**
 * The files that the client comes in. Few, as each compresses by itself and takes a request of its own, and such that the
 * board gets little but what it needs.
 */
export const splitCode: Groups = [
  { name: 'app', tags: ['$initial'] },
  { name: nameOfBoards(), debugName: 'board', minShareCount: 2 },
  { name: 'dates', test: /\/data\/dates\.ts$/ },
  { name: 'intent', test: INTENT },
  { name: 'common', minShareCount: 4, test: (id) => !OF_FEW.test(id) },
]

/** What the board shares with other pages. */
function nameOfBoards() {
  const needed = new Set<string>()
  return (id: string, context: Rolldown.ChunkingContext): string | null => {
    const visit = (module: string): void => {
      if (needed.has(module)) return
      needed.add(module)
      // It passes on the documents of all pages.
      if (module.endsWith('/gql/graphql.ts')) return
      context.getModuleInfo(module)?.importedIds.forEach(visit)
    }
    visit(join(import.meta.dirname, FIRST_PAGE))
    return needed.has(id) ? 'board' : null
  }
}
