// The desk: files dropped on the box are brought with it; a list of what was brought follows what becomes of it.
const box = document.querySelector('[data-box]')
const files = document.getElementById('files')

if (box instanceof HTMLFormElement && files instanceof HTMLInputElement) {
  box.addEventListener('dragover', (event) => {
    event.preventDefault()
    box.classList.add('over')
  })
  box.addEventListener('dragleave', () => box.classList.remove('over'))
  box.addEventListener('drop', (event) => {
    box.classList.remove('over')
    const { dataTransfer } = event
    if (dataTransfer === null || dataTransfer.files.length === 0) return
    event.preventDefault()
    files.files = dataTransfer.files
    box.requestSubmit()
  })
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) box.requestSubmit()
  })
}

const list = document.querySelector('[data-follow]')
if (list instanceof HTMLElement) {
  const events = new EventSource(list.dataset.follow ?? '')
  /** @param {MessageEvent<string>} event */
  const show = ({ data }) => {
    list.innerHTML = data
  }
  events.addEventListener('change', show)
  events.addEventListener('done', (event) => {
    show(event)
    events.close()
  })
}

// What changed since the last visit: which entry was the last is kept in this browser alone, and sent only by following
// the link.
const stories = document.querySelector('[data-now]')
if (stories instanceof HTMLElement) {
  const KEY = 'hearsay-last-entry'
  const now = Number(stories.dataset.now)
  const before = Number(localStorage.getItem(KEY) ?? now)
  if (before < now && !location.search.includes('since=')) {
    const link = document.createElement('a')
    link.href = `/?since=${before}`
    link.className = 'since'
    link.textContent = stories.dataset.since ?? ''
    stories.querySelector('h2')?.after(link)
  }
  localStorage.setItem(KEY, String(now))
}
