// Times in the reader's own zone, beside those of the source's: `<time datetime="2031-05-12T09:00:00Z" data-local>`.
const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

for (const time of document.querySelectorAll('time[data-local]')) {
  const at = new Date(time.getAttribute('datetime') ?? '')
  if (Number.isNaN(at.getTime()) || at.getTimezoneOffset() === 0) continue
  const here = document.createElement('span')
  here.className = 'local'
  here.textContent = ` (${format.format(at)} here)`
  time.after(here)
}
