// Shows booking pages in other sites: in place (data-booking), in a dialog (data-booking-popup) and by
// a button that stays in the corner (data-booking-float). Each of them holds a plain link, which stays
// until the page in the frame has said that it is there.
(() => {
  const EVENTS = /^(date-selected|time-selected|booked|rescheduled|cancelled|error)$/;
  const CORNER = 'position:fixed;inset:auto 1rem 1rem auto;z-index:2147483000;';
  const LOOKS =
    'padding:.8rem 1.2rem;border-radius:2rem;background:#3b5bdb;color:#fff;font:600 1rem system-ui;text-decoration:none;box-shadow:0 4px 16px #0004';
  const DIALOG =
    'width:min(72rem,100% - 1rem);max-width:none;max-height:calc(100% - 1rem);padding:0;border:0;border-radius:1rem;overflow:auto';
  const CLOSE =
    'position:sticky;inset-block-start:0;float:inline-end;width:44px;height:44px;border:0;background:none;font:1.5rem system-ui;cursor:pointer';
  const frames = new Map();
  if (window.bookingFrames) return;
  window.bookingFrames = frames;

  const tell = (element, name, detail = {}) =>
    element.dispatchEvent(new CustomEvent(`booking:${name}`, { bubbles: true, detail }));

  /** Puts the page into `box` and tells `element` what is done there. */
  function show(href, box, element) {
    const url = new URL(href, location);
    const asked = url.searchParams;
    asked.set('embed', location.origin);
    if (!asked.has('tz') && !asked.has('timezone'))
      asked.set('tz', Intl.DateTimeFormat().resolvedOptions().timeZone);
    const frame = document.createElement('iframe');
    frame.title = element.textContent.trim();
    frame.src = url;
    frame.style.cssText = 'display:block;width:100%;height:0;border:0';
    box.append(frame);
    const held = { element, origin: url.origin };
    frames.set(frame, held);
    setTimeout(
      () => held.ready || !frame.isConnected || tell(element, 'error', { status: 'silent' }),
      15000,
    );
  }

  function open(link) {
    const dialog = document.createElement('dialog');
    const close = document.createElement('button');
    const plain = document.createElement('a');
    dialog.style.cssText = DIALOG;
    close.style.cssText = CLOSE;
    close.textContent = '×';
    close.ariaLabel = 'Close';
    Object.assign(plain, { href: link.href, target: '_blank', textContent: link.textContent });
    dialog.append(close, plain);
    document.body.append(dialog);
    show(link.href, dialog, link);
    close.onclick = () => dialog.close();
    dialog.onclick = ({ target }) => target === dialog && dialog.close();
    dialog.onclose = () => dialog.remove();
    dialog.showModal();
  }

  addEventListener('message', ({ data, origin, source }) => {
    const [frame, held] = [...frames].find(([{ contentWindow }]) => contentWindow === source) ?? [];
    if (!held || origin !== held.origin || !data) return;
    const { element } = held;
    if (data.height >= 0) {
      if (!held.ready) {
        held.ready = true;
        for (const other of frame.parentNode.children)
          other.hidden = !/^(IFRAME|BUTTON)$/.test(other.tagName);
        tell(element, 'ready');
      }
      frame.style.height = `${+data.height}px`;
      tell(element, 'resize');
    }
    if (!EVENTS.test(data.event)) return;
    const facts = ['uid', 'start', 'end', 'status'].filter((name) => data[name]);
    const detail = Object.fromEntries(facts.map((name) => [name, `${data[name]}`]));
    const said = JSON.stringify([data.event, detail]);
    if (held.said === said) return;
    held.said = said;
    if (frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
    tell(element, data.event, detail);
  });

  addEventListener('click', (event) => {
    const link = event.target.closest?.('a[data-booking-popup],a[data-booking-float]');
    const { button, metaKey, ctrlKey, shiftKey, altKey, defaultPrevented } = event;
    if (!link || button || metaKey || ctrlKey || shiftKey || altKey || defaultPrevented) return;
    event.preventDefault();
    open(link);
  });

  function look() {
    for (const box of document.querySelectorAll('[data-booking]:not([data-booking-on])')) {
      box.dataset.bookingOn = '';
      show(box.dataset.booking, box, box);
    }
    for (const link of document.querySelectorAll('a[data-booking-float]:not([data-booking-on])')) {
      link.dataset.bookingOn = '';
      link.style.cssText += CORNER + (link.className ? '' : LOOKS);
    }
  }
  look();
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
})();
