// An article's words and the cards beside them, lit together: whoever points at a claim's words or goes to them by key sees
// its card, and the other way round.

/** @type {string | null} */
let lit = null

/**
 * Lights a claim's words and card, or none.
 * @param {string | null} name
 */
function light(name) {
  if (name === lit) return
  for (const one of document.querySelectorAll('.lit')) one.classList.remove('lit')
  lit = name
  if (name === null) return
  for (const one of document.querySelectorAll(`.page [data-claim="${CSS.escape(name)}"]`)) one.classList.add('lit')
}

/** @param {EventTarget | null} target */
function claimAt(target) {
  const found = target instanceof Element ? target.closest('.page [data-claim]') : null
  return found instanceof HTMLElement ? (found.dataset.claim ?? null) : null
}

document.addEventListener('pointerover', ({ target }) => light(claimAt(target)))
document.addEventListener('focusin', ({ target }) => light(claimAt(target)))

// Words that are clicked, not selected, lead to their card.
document.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element) || target.closest('a, summary, .card') || getSelection()?.isCollapsed === false)
    return
  const name = claimAt(target)
  const card = name === null ? null : document.getElementById(`c${name}`)
  if (card === null) return
  card.scrollIntoView({
    block: 'nearest',
    behavior: matchMedia('(prefers-reduced-motion)').matches ? 'auto' : 'smooth',
  })
  light(name)
})
