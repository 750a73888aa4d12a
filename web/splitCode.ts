import { join } from 'node:path'
import type { Rolldown } from 'vite'

type Groups = NonNullable<Exclude<Rolldown.OutputOptions['codeSplitting'], boolean | undefined>['groups']>

/** Forms, dialogs and the texts of single pages come with the pages that have them. */
const OF_FEW =
  /texts:|document:|\/ui\/(\w*Field|TextArea|Choices|ErrorSummary|Dialog|Select)\.tsx|\/obstacleInput\.ts|\/drafts\.ts/
/** What onIntent() brings, though it is asked for piece by piece. */
const INTENT =
  /\/(MenuPanel|ToastList|appearances|cardItems|accountItems|takeMove|keepFocus|MoveDialog)\.tsx?$/

/**
 * The files that the client comes in. Few, as each compresses by itself and takes a request of its own, and such that the
 * board gets little but what it needs.
 */
export const splitCode: Groups = [
  { name: nameOfFirst(), debugName: 'app' },
  { name: 'dates', test: /\/data\/dates\.ts$/ },
  { name: 'intent', test: INTENT },
  { name: 'common', minShareCount: 4, test: (id) => !OF_FEW.test(id) },
]

/** One file for what is on every page and what the board shares with other pages. */
function nameOfFirst() {
  let first: Set<string> | undefined
  return (id: string, context: Rolldown.ChunkingContext): string | null => {
    first ??= firstModules(context)
    return first.has(id) ? 'app' : null
  }
}

function firstModules(context: Rolldown.ChunkingContext): Set<string> {
  const neededBy = (module: string, needed = new Set<string>()): Set<string> => {
    if (needed.has(module)) return needed
    needed.add(module)
    // It passes on the documents of all pages.
    if (!module.endsWith('/gql/graphql.ts'))
      context.getModuleInfo(module)?.importedIds.forEach((imported) => neededBy(imported, needed))
    return needed
  }
  const board = neededBy(source('boards/BoardPage.tsx'))
  const isShared = (module: string): boolean =>
    context.getModuleInfo(module)?.importers.some((importer) => !board.has(importer)) ?? false
  const first = neededBy(source('main.tsx'))
  for (const module of board) if (isShared(module)) neededBy(module, first)
  return first
}

const source = (path: string): string => join(import.meta.dirname, 'src', path)
