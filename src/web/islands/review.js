// Review by keys: j and k go to the next claim and the one before instead of walking through the screen; m and s lead to
// what merges and splits, which Enter then presses, since those change more than one claim.

/** @param {EventTarget | null} target */
const isWriting = (target) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/**
 * Goes to the next of some buttons, after the last to the first.
 * @param {readonly Element[]} buttons
 */
function lead(buttons) {
  const now = document.activeElement === null ? -1 : buttons.indexOf(document.activeElement)
  const next = buttons[(now + 1) % buttons.length]
  if (!(next instanceof HTMLElement)) return
  next.focus({ preventScroll: true })
  next.scrollIntoView({ block: 'center' })
}

// One press writes once, however long the answer takes.
let isSent = false
document.addEventListener('submit', (event) => {
  if (isSent) event.preventDefault()
  isSent = true
})
addEventListener('pageshow', () => {
  isSent = false
})

document.addEventListener(
  'keydown',
  (event) => {
    const { key, target, repeat } = event
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(target)) return
    const step = document.querySelector(`[data-step="${CSS.escape(key)}"]`)
    const led = [...document.querySelectorAll(`[data-led="${CSS.escape(key)}"]`)]
    if (step instanceof HTMLElement) {
      if (!repeat) step.click()
    } else if (led.length > 0) lead(led)
    // A key that is held down does not say the same of one claim after another.
    else if (!(repeat && document.querySelector(`[data-key="${CSS.escape(key)}"]`))) return
    event.preventDefault()
  },
  { capture: true },
)
