import type { Plugin } from 'vite'

const HELPER = '\0vite/preload-helper.js'

/** How a part of the client is loaded: beside its style sheets, and not shown before these. */
const CODE = `
const sheets = new Map()
for (const { href } of document.querySelectorAll('link[rel=stylesheet]')) sheets.set(href)
const sheetAt = (href) => new Promise((resolve, reject) => {
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = href
  link.onload = resolve
  link.onerror = () => {
    link.remove()
    sheets.delete(href)
    reject(Error('no style sheet'))
  }
  document.head.append(link)
})
export const __vitePreload = async (load, files = []) => {
  const hrefs = files.map((file) => new URL('/' + file, location).href)
  for (const href of hrefs) if (!sheets.has(href)) sheets.set(href, sheetAt(href))
  const [part] = await Promise.all([load(), ...hrefs.map((href) => sheets.get(href))])
  return part
}`

/**
 * Takes the place of Vite's own code before every import(), a kilobyte which also asks for the scripts that a part
 * imports: what ours import is here already, or comes as fast with them.
 */
export function loadBriefly(): Plugin {
  return { name: 'load-briefly', apply: 'build', enforce: 'pre', load: (id) => (id === HELPER ? CODE : null) }
}
