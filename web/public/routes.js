// Read by the service worker. What is on its way through an older worker keeps Chromium from putting the newer one in its
// place, so only pages go through a worker: what they ask of the server goes straight there, their parts come from the cache.
addEventListener('install', (event) => {
  event.addRoutes?.([
    { condition: { urlPattern: '/graphql' }, source: 'network' },
    { condition: { urlPattern: '/attachments{/*}?' }, source: 'network' },
    { condition: { urlPattern: '/assets/*' }, source: 'cache' },
  ])
})
