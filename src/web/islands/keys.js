// Keys to walk by, as `?` lists them. What j and k walk through is marked `data-stop`; a key that follows a link finds it
// by `data-key`. Nothing is taken from fields that are written in, or from the browser's own keys.

/** @param {EventTarget | null} target */
const isWriting = (target) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** @returns {HTMLElement[]} */
const stops = () =>
  [...document.querySelectorAll('[data-stop]')]
    .filter((one) => one instanceof HTMLElement)
    .filter((one) => one.offsetParent !== null)

/**
 * Goes to the next stop, or the one before; the first is the one below the top of the window.
 * @param {1 | -1} by
 */
function walk(by) {
  const all = stops()
  const now = all.findIndex((one) => one === document.activeElement || one.contains(document.activeElement))
  const seen = all.findIndex((one) => one.getBoundingClientRect().top >= 0)
  const next = all[now === -1 ? Math.max(0, seen) : Math.min(all.length - 1, Math.max(0, now + by))]
  if (next === undefined) return
  if (!next.hasAttribute('tabindex') && !/^(?:A|BUTTON|SUMMARY)$/.test(next.tagName)) next.tabIndex = -1
  next.focus({ preventScroll: true })
  next.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion)').matches ? 'auto' : 'smooth' })
}

/**
 * Follows, presses or copies what a key is for, or goes there.
 * @param {string} key
 * @returns whether there is such a thing on the screen
 */
function press(key) {
  const found = document.querySelector(`[data-key="${CSS.escape(key)}"]`)
  if (!(found instanceof HTMLElement)) return false
  if (found.dataset.copy !== undefined) copy(found)
  else if (found.tagName === 'A' || found.tagName === 'BUTTON') found.click()
  else {
    if (found.tabIndex < 0) found.tabIndex = -1
    found.focus()
    found.scrollIntoView({ block: 'start' })
  }
  return true
}

/**
 * Copies words, and says so.
 * @param {HTMLElement} from
 */
async function copy(from) {
  await navigator.clipboard.writeText(from.dataset.copy ?? '')
  document.getElementById('said')?.remove()
  const said = document.body.appendChild(document.createElement('p'))
  said.id = 'said'
  said.role = 'status'
  said.textContent = from.dataset.copied ?? 'Copied'
  setTimeout(() => said.remove(), 2000)
}

for (const button of document.querySelectorAll('button[data-copy]')) button.removeAttribute('hidden')

document.addEventListener('click', ({ target }) => {
  const from = target instanceof Element ? target.closest('[data-copy]') : null
  if (from instanceof HTMLElement) copy(from)
})

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
  const { key, target } = event
  const here = document.activeElement
  if (key === 'Escape' && here instanceof HTMLElement) here.blur()
  if (isWriting(target)) return
  if (key === '/') document.getElementById('find')?.focus()
  else if (key === 'j' || key === 'k') walk(key === 'j' ? 1 : -1)
  else if (key === 'Enter') {
    const link =
      here instanceof HTMLElement && here.matches('[data-stop]:not(a, button, summary)')
        ? (here.querySelector('blockquote a') ?? here.querySelector('a'))
        : null
    if (!(link instanceof HTMLElement)) return
    link.click()
  } else if (key === '?') {
    const help = document.getElementById('keys-help')
    if (help instanceof HTMLDialogElement) help.showModal()
  } else if (!press(key)) return
  event.preventDefault()
})
