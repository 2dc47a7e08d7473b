// The booking page is complete without this script. It adds four things: the reader's own time zone,
// a month that is walked with the arrow keys (the WAI-ARIA date grid), a time that stays held while
// its form is filled in, and in a frame a word to the site around it, see embed.js.

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

/** Says once a minute at most that somebody is still typing; without an answer the hold runs out. */
function keepHold(form) {
  const body = new URLSearchParams({ hold: form.elements.hold.value });
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
for (const table of document.querySelectorAll('table')) walkMonth(table);
