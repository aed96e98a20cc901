/**
 * The desk's one script: local times, live rows, keys. Works without it too; then the page is as old as its last load.
 */
export const script = `
(() => {
  const two = (n) => String(n).padStart(2, '0')
  const localise = (root) => {
    const today = new Date().toDateString()
    for (const time of root.querySelectorAll('time[datetime]')) {
      const at = new Date(time.dateTime)
      if (isNaN(at)) continue
      const clock = two(at.getHours()) + ':' + two(at.getMinutes()) + ':' + two(at.getSeconds())
      const day = at.getFullYear() + '-' + two(at.getMonth() + 1) + '-' + two(at.getDate())
      time.textContent = at.toDateString() === today ? clock : time.hasAttribute('data-short') ? day.slice(5) + ' ' + clock.slice(0, 5) : day + ' ' + clock
      time.title = at.toString()
    }
  }
  localise(document)
  const list = document.querySelector('ol.stories[data-live]')
  const pulse = document.querySelector('.pulse')
  let held = false
  const waiting = []
  const most = 200
  const place = (row) => {
    const old = document.getElementById('story-' + row.id)
    const box = document.createElement('template')
    box.innerHTML = row.html
    const item = box.content.firstElementChild
    item.classList.add('fresh')
    if (old && old.classList.contains('at')) item.classList.add('at')
    if (old) old.remove()
    list.prepend(item)
    while (list.children.length > most) list.lastElementChild.remove()
    localise(item)
    document.querySelector('.empty')?.remove()
  }
  const say = (text) => { if (pulse) pulse.textContent = text }
  if (list) {
    const source = new EventSource(list.dataset.live)
    let rate = ''
    const tell = () => say((held ? 'held, ' + waiting.length + ' waiting' : 'live') + rate)
    source.addEventListener('stories', (event) => {
      const { rows, perMinute } = JSON.parse(event.data)
      rate = perMinute > 0 ? ', ' + perMinute + ' changes a minute' : ''
      if (held) waiting.push(...rows)
      else for (const row of rows) place(row)
      tell()
    })
    source.addEventListener('open', tell)
    source.addEventListener('error', () => say('connection lost, trying again'))
    document.addEventListener('writethru:hold', () => {
      held = !held
      if (!held) for (const row of waiting.splice(0)) place(row)
      tell()
    })
  }
  const rows = () => [...document.querySelectorAll('ol.stories li, table.list tbody tr')]
  const move = (by) => {
    const all = rows()
    if (all.length === 0) return
    const at = all.findIndex((row) => row.classList.contains('at'))
    const next = all[Math.max(0, Math.min(all.length - 1, at < 0 ? 0 : at + by))]
    if (at >= 0) all[at].classList.remove('at')
    next.classList.add('at')
    next.querySelector('a')?.focus({ preventScroll: true })
    next.scrollIntoView({ block: 'nearest' })
  }
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const field = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)
    if (field && event.key === 'Escape') return event.target.blur()
    if (field) return
    const search = document.querySelector('input[type=search]')
    if (event.key === 'j') move(1)
    else if (event.key === 'k') move(-1)
    else if (event.key === 'p') document.dispatchEvent(new Event('writethru:hold'))
    else if (event.key === 'u') history.back()
    else if (event.key === '/' && search) { event.preventDefault(); search.focus(); search.select() }
    else if (event.key === '1') location.href = '/'
    else if (event.key === '2') location.href = '/feeds'
    else if (event.key === '3') location.href = '/quarantine'
  })
  for (const select of document.querySelectorAll('form.filter select')) select.addEventListener('change', () => select.form.submit())
})()
`
