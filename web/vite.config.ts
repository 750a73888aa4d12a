import { defineConfig } from 'vite'
import solid from 'vite-plugin-solid'
import { precompress } from './precompress.ts'
import { splitDocuments } from './splitDocuments.ts'

const server = { target: 'http://127.0.0.1:4000', ws: true }

export default defineConfig({
  base: '/',
  plugins: [splitDocuments(), solid(), precompress()],
  build: { target: 'es2022', manifest: true, modulePreload: { polyfill: false }, reportCompressedSize: true },
  server: { host: '127.0.0.1', port: 4001, proxy: { '/graphql': server, '/attachments': server } },
})
