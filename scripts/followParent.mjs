// Preloaded into every child (node --import): a parent that was killed outright can't stop its children, so they
// watch it. Its death gives them another parent.
const parent = process.ppid

setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
}, 500).unref()
