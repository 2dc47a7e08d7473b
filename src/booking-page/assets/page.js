// The booking page is complete without this script. It adds five things: the reader's own time zone,
// a month that is walked with the arrow keys (the WAI-ARIA date grid), a time that stays held while its
// form is filled in, held times that are known to be one's own after Back and in another tab, and in a
// frame a word to the site around it, see embed.js.

/** Asks for the page again in the device's zone, once, and only where nobody chose a zone yet. */
function showOwnZone() {
  const guessed = document.querySelector('[data-guessed-zone]');
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const url = new URL(location.href);
  if (!guessed || !own || url.searchParams.has('tz')) return;
  if (own === guessed.dataset.guessedZone) return;
  url.searchParams.set('tz', own);
  location.replace(url);
}

/** How many days each key goes; left and right follow the direction of reading. */
function stepOf(key, index) {
  const onward = document.dir === 'rtl' ? -1 : 1;
  const steps = {
    ArrowLeft: -onward,
    ArrowRight: onward,
    ArrowUp: -7,
    ArrowDown: 7,
    Home: -index,
    End: 6 - index,
  };
  return steps[key];
}

function walkMonth(table) {
  const days = [...table.querySelectorAll('td > *')];
  const chosen = table.querySelector('[aria-current]');
  const first = chosen ?? table.querySelector('td > a') ?? days[0];
  const reach = (day) => days.forEach((other) => (other.tabIndex = other === day ? 0 : -1));

  table.setAttribute('role', 'grid');
  chosen?.parentElement.setAttribute('aria-selected', 'true');
  reach(first);
  table.addEventListener('keydown', (event) => {
    const day = event.target.closest('td > *');
    const turn = { PageUp: 'prev', PageDown: 'next' }[event.key];
    if (turn) document.querySelector(`a[rel=${turn}]`)?.click();
    const step = day && stepOf(event.key, day.parentElement.cellIndex);
    if (turn || step !== undefined) event.preventDefault();
    const next = step && days[days.indexOf(day) + step];
    if (!next) return;
    reach(next);
    next.focus();
  });
}

/** A hold ends after half an hour at most. */
const LONGEST_HOLD = 1_800_000;

/** What this browser holds at a calendar; nothing where its storage is closed to us. */
function ownHold(calendar) {
  try {
    const [name, since] = (localStorage.getItem(`hold ${calendar}`) ?? '').split(' ');
    return Date.now() - Number(since) < LONGEST_HOLD ? name : '';
  } catch {
    return '';
  }
}

function rememberHold(calendar, name) {
  try {
    if (name) localStorage.setItem(`hold ${calendar}`, `${name} ${Date.now()}`);
    else localStorage.removeItem(`hold ${calendar}`);
  } catch {
    // Then it is known by the links of this page alone.
  }
}

/** Shows what this browser holds as free, and gives it back when another time is chosen. */
function bringHold(form) {
  const calendar = form.dataset.holds;
  const url = new URL(location.href);
  const own = ownHold(calendar);
  if (own && url.searchParams.get('hold') !== own) {
    url.searchParams.set('hold', own);
    location.replace(url);
  }
  form.addEventListener('submit', () => {
    const name = ownHold(calendar);
    if (!name) return;
    form.elements.hold?.remove();
    const field = Object.assign(document.createElement('input'), { type: 'hidden', name: 'hold' });
    field.value = name;
    form.append(field);
  });
}

/** Says once a minute at most that somebody is still typing; without an answer the hold runs out. */
function keepHold(form) {
  const name = form.elements.hold.value;
  const body = new URLSearchParams({ hold: name });
  rememberHold(form.dataset.ownHold, name);
  form.addEventListener('submit', () => rememberHold(form.dataset.ownHold, ''));
  let last = Date.now();
  form.addEventListener('input', () => {
    if (Date.now() < last + 60_000) return;
    last = Date.now();
    fetch(form.dataset.keepHold, { method: 'POST', body }).catch(() => undefined);
  });
}

/** Tells the site around a frame how high the page is and what was done; no other site can read it. */
function tellSite({ embed, told }) {
  const site = URL.canParse(embed) ? new URL(embed).origin : 'null';
  if (parent === window || site === 'null') return;
  const page = document.documentElement;
  const tell = (said) => parent.postMessage(said, site);
  new ResizeObserver(() =>
    tell({ height: Math.ceil(page.getBoundingClientRect().height) }),
  ).observe(page);
  if (told) tell(JSON.parse(told));
}

/** Whoever comes back to a frame from the page they opened beside it sees what they did there. */
function lookAgain(link) {
  link.addEventListener('click', () => {
    const isBack = () => document.visibilityState === 'visible' && location.reload();
    document.addEventListener('visibilitychange', isBack);
  });
}

showOwnZone();
if (document.documentElement.dataset.embed) tellSite(document.documentElement.dataset);
for (const link of document.querySelectorAll('[data-look-again]')) lookAgain(link);
for (const form of document.querySelectorAll('[data-keep-hold]')) keepHold(form);
for (const form of document.querySelectorAll('[data-holds]')) bringHold(form);
for (const table of document.querySelectorAll('table')) walkMonth(table);
