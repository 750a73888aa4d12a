import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The least that can tell many of something: an event stream to each who asks; what is posted goes to all. */
const streams = new Set<ServerResponse>()
const server = createServer((request, response) => {
  if (request.method === 'POST') {
    request.resume()
    response.end()
    for (const stream of streams)
      stream.write('data: {"data":{"obstacleChanged":{"kind":"COMMENTED","obstacle":{"id":"1"}}}}\n\n')
    return
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': welcome\n\n')
  streams.add(response)
  request.once('close', () => streams.delete(response))
})
server.keepAliveTimeout = 0
server.listen(0, '127.0.0.1', () => {
  console.log(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
