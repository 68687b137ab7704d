// Search: names of this ledger are offered while a query is written, and in the form's fields. Without this the form still
// offers those that most claims have. The pattern is ARIA's combobox with a list.
const field = document.getElementById('query')
const PAUSE = 120

/**
 * @typedef {{ field: string, name: string, claims: number, query: string | null }} Name
 * @param {string} path
 * @param {string | null} type
 * @param {string} typed
 * @param {AbortSignal} signal
 * @returns {Promise<Name[]>}
 */
async function namesLike(path, type, typed, signal) {
  const asked = new URLSearchParams({ q: typed, ...(type === null ? {} : { type }) })
  const answer = await fetch(`${path}?${asked}`, { signal })
  return answer.ok ? (await answer.json()).names : []
}

/**
 * What is being written at the caret: a field with a beginning of its name, or a word.
 * @param {HTMLInputElement} input
 */
function writtenAt({ value, selectionStart }) {
  const caret = selectionStart ?? value.length
  const before = value.slice(0, caret)
  const named = /(?:^|\s)(-?)(speaker|outlet|place|measure):(?:"([^"]*)|([^\s"]*))$/i.exec(before)
  if (named !== null) {
    const typed = named[3] ?? named[4] ?? ''
    const start = caret - named[0].trimStart().length + (named[1] ?? '').length
    return { start, caret, type: (named[2] ?? '').toLowerCase(), typed }
  }
  const word = /(?:^|\s)([\p{L}\p{N}'’]{3,60})$/u.exec(before)
  return word === null ? null : { start: caret - (word[1] ?? '').length, caret, type: null, typed: word[1] ?? '' }
}

if (field instanceof HTMLInputElement) {
  const input = field
  const list = document.createElement('ul')
  list.id = 'query-names'
  list.role = 'listbox'
  list.hidden = true
  list.setAttribute('aria-label', input.dataset.label ?? '')
  input.parentElement?.append(list)
  input.role = 'combobox'
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-controls', list.id)
  input.setAttribute('aria-expanded', 'false')
  let asking = new AbortController()
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause
  let chosen = -1

  const close = () => {
    list.hidden = true
    list.replaceChildren()
    chosen = -1
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }

  /** @param {number} at */
  const choose = (at) => {
    const options = [...list.children]
    chosen = options.length === 0 ? -1 : (at + options.length) % options.length
    for (const [i, option] of options.entries()) option.setAttribute('aria-selected', String(i === chosen))
    const option = options[chosen]
    if (option !== undefined) {
      input.setAttribute('aria-activedescendant', option.id)
      option.scrollIntoView({ block: 'nearest' })
    }
  }

  /** @param {Element | undefined} option */
  const take = (option) => {
    const at = writtenAt(input)
    if (!(option instanceof HTMLElement) || at === null) return
    const rest = input.value.slice(at.caret).replace(/^"/, '')
    const before = `${input.value.slice(0, at.start)}${option.dataset.query} `
    input.value = before + rest.trimStart()
    input.setSelectionRange(before.length, before.length)
    close()
  }

  /** @param {readonly Name[]} names */
  const show = (names) => {
    close()
    const known = names.filter(({ query }) => query !== null)
    if (known.length === 0) return
    for (const [i, { field: type, name, claims, query }] of known.entries()) {
      const option = list.appendChild(document.createElement('li'))
      option.id = `query-name-${i}`
      option.role = 'option'
      option.dataset.query = query ?? ''
      option.setAttribute('aria-selected', 'false')
      for (const [tag, words] of [
        ['b', name],
        ['span', `${type}, ${claims}`],
      ]) {
        const part = option.appendChild(document.createElement(tag ?? 'span'))
        part.textContent = words ?? ''
        option.append(' ')
      }
    }
    list.hidden = false
    input.setAttribute('aria-expanded', 'true')
  }

  input.addEventListener('input', () => {
    clearTimeout(pause)
    asking.abort()
    const at = writtenAt(input)
    if (at === null) {
      close()
      return
    }
    pause = setTimeout(async () => {
      asking = new AbortController()
      try {
        show(await namesLike(input.dataset.names ?? '', at.type, at.typed, asking.signal))
      } catch {
        close()
      }
    }, PAUSE)
  })
  input.addEventListener('keydown', (event) => {
    if (list.hidden) return
    if (event.key === 'ArrowDown') choose(chosen + 1)
    else if (event.key === 'ArrowUp') choose(chosen === -1 ? -1 : chosen - 1)
    else if (event.key === 'Enter' && chosen !== -1) take(list.children[chosen])
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
  })
  list.addEventListener('mousedown', (event) => {
    event.preventDefault()
    take(event.target instanceof Element ? (event.target.closest('li') ?? undefined) : undefined)
  })
  input.addEventListener('blur', close)

  // `/` goes to the query that is shown, not to the field above it.
  document.addEventListener(
    'keydown',
    (event) => {
      const { target } = event
      const isWriting = target instanceof HTMLElement && /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
      if (event.key !== '/' || isWriting || event.ctrlKey || event.metaKey || event.altKey) return
      input.focus()
      input.setSelectionRange(input.value.length, input.value.length)
      event.preventDefault()
    },
    { capture: true },
  )
}

for (const one of document.querySelectorAll('.by-fields input[list]')) {
  if (!(one instanceof HTMLInputElement)) continue
  let asking = new AbortController()
  one.addEventListener('input', async () => {
    asking.abort()
    asking = new AbortController()
    const typed = one.value.trim()
    if (typed === '' || !(field instanceof HTMLInputElement)) return
    try {
      const names = await namesLike(field.dataset.names ?? '', one.name, typed, asking.signal)
      one.list?.replaceChildren(
        ...names.map(({ name }) => {
          const option = document.createElement('option')
          option.value = name
          return option
        }),
      )
    } catch {
      // Another letter was typed; what was offered stays.
    }
  })
}
