import { defineConfig } from 'vite'
import { VitePWA, type VitePWAOptions } from 'vite-plugin-pwa'
import solid from 'vite-plugin-solid'
import { loadBriefly } from './loadBriefly.ts'
import { packAtOnce } from './packAtOnce.ts'
import { precompress } from './precompress.ts'
import { splitCode } from './splitCode.ts'
import { splitDocuments } from './splitDocuments.ts'
import { splitTexts } from './splitTexts.ts'

const server = { target: 'http://127.0.0.1:4000', ws: true }

const offline = {
  registerType: 'prompt',
  injectRegister: null,
  filename: 'sw.js',
  manifest: {
    name: 'گشایش',
    short_name: 'گشایش',
    description: 'سامانه پیگیری موانع دولت الکترونیک و پنجره واحد',
    lang: 'fa',
    dir: 'rtl',
    id: '/',
    start_url: '/',
    display: 'standalone',
    background_color: '#f3f6f5',
    theme_color: '#0b5c5c',
    icons: [{ src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml' }],
  },
  workbox: {
    globPatterns: ['**/*.{html,js,css,svg,woff2,webmanifest}'],
    importScripts: ['routes.js'],
    globIgnores: ['routes.js'],
    // Their names tell their contents.
    dontCacheBustURLsMatching: /^assets\//,
    navigateFallback: '/index.html',
    navigateFallbackDenylist: [/^\/(graphql|attachments|healthz)\b/, /\.\w+$/],
    cleanupOutdatedCaches: true,
    // The page that brought it is kept by it too, not only the next one.
    clientsClaim: true,
    inlineWorkboxRuntime: true,
    sourcemap: false,
  },
} satisfies Partial<VitePWAOptions>

export default defineConfig({
  base: '/',
  plugins: [
    loadBriefly(),
    splitDocuments(),
    splitTexts(),
    solid(),
    packAtOnce(),
    VitePWA(offline),
    precompress(),
  ],
  build: {
    // Office computers with Windows 7 have no newer ones.
    target: ['chrome109', 'firefox115'],
    manifest: true,
    modulePreload: { polyfill: false, resolveDependencies: () => [] },
    reportCompressedSize: true,
    rolldownOptions: { output: { codeSplitting: { groups: splitCode } } },
  },
  server: { host: '127.0.0.1', port: 4001, proxy: { '/graphql': server, '/attachments': server } },
})
