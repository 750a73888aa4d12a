import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { build, type Plugin, type Rolldown } from 'vite'
import { expect, test } from 'vitest'
import { splitTexts } from '../../web/splitTexts.ts'

const root = join(import.meta.dirname, '../../web')

/** The dictionary is the last of all modules to be read, as it may be on a busy machine. */
const dictionaryLast: Plugin = {
  name: 'dictionary-last',
  enforce: 'pre',
  async load(id) {
    if (!id.endsWith('/fa.ts')) return
    for (let turn = 0; turn < 1_000; turn++) await setImmediate()
  },
}

test('the texts of a page come with it, not with the dictionary, however late that is read', async () => {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [dictionaryLast, splitTexts()],
    build: {
      write: false,
      minify: false,
      lib: { entry: 'src/obstacles/setFollowing.ts', formats: ['es'] },
      rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'dictionary', test: /fa\.ts$/ }] } } },
    },
  })
  const { output } = ([built].flat() as Rolldown.RolldownOutput[])[0]!
  const textOf = (name: RegExp) =>
    output.flatMap((it) => (it.type === 'chunk' && name.test(it.fileName) ? it.code : [])).join('')
  expect(textOf(/^dictionary/)).not.toMatch(/\bfollow:/)
  expect(textOf(/./)).toMatch(/\bfa\.follow = \{/)
})
