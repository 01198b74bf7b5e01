const region = document.getElementById('live');
const gone = document.getElementById('gone');

/** Says that nobody answers any more, and takes that back where somebody does. */
const tell = (isGone) => {
  const text = isGone ? gone.dataset.text : '';
  if (gone.textContent !== text) gone.textContent = text;
};

const renew = async () => {
  if (document.hidden) return;
  const answer = await fetch(location.href, { cache: 'no-store', redirect: 'error' });
  tell(false);
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('live');
  if (fresh === null || fresh.innerHTML === region.innerHTML) return;
  const held = region.contains(document.activeElement) ? document.activeElement : null;
  const top = held?.getBoundingClientRect().top;
  // Who is at a message is held there by hand; else the browser does so.
  document.documentElement.style.overflowAnchor = held === null ? '' : 'none';
  bring(region, fresh);
  if (held === null) return;
  if (held.isConnected) scrollBy({ top: held.getBoundingClientRect().top - top, behavior: 'instant' });
  else region.focus({ preventScroll: true });
};

/** Makes the one element as the other by what differs alone: the rest keeps its focus, its selection and its place. */
const bring = (old, fresh) => {
  for (const { name } of [...old.attributes])
    if (old !== region && !fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  const wanted = [...fresh.childNodes];
  let at = old.firstChild;
  for (const [index, child] of wanted.entries()) {
    const same = alikeFrom(at, child);
    if (same !== undefined) {
      while (at !== same) at = dropped(at);
      at = at.nextSibling;
    } else if (canBecome(at, child) && !wanted.slice(index + 1).some((one) => one.isEqualNode(at))) {
      bring(at, child);
      at = at.nextSibling;
    } else old.insertBefore(document.importNode(child, true), at);
  }
  while (at !== null) at = dropped(at);
};

/** The first from a node on that is the same; a text, as between rows, is looked for nowhere else. */
const alikeFrom = (node, child) => {
  for (let one = node; one !== null; one = child instanceof Element ? one.nextSibling : null)
    if (one.isEqualNode(child)) return one;
  return undefined;
};

/** Removes a node, and gives the one behind it. */
const dropped = (node) => {
  const next = node.nextSibling;
  node.remove();
  return next;
};

/** A row is that of its first link. */
const canBecome = (old, child) =>
  old instanceof Element &&
  child instanceof Element &&
  old.nodeName === child.nodeName &&
  (old.nodeName !== 'TR' || linkOf(old) === linkOf(child));

const linkOf = (row) => row.querySelector('a')?.getAttribute('href');

if (region !== null) {
  region.tabIndex = -1;
  // An endpoint that has ended leaves the page as it was.
  setInterval(() => renew().catch(() => tell(true)), 1500);
}
