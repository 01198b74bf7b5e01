const region = document.getElementById('live');

/** Whoever is in the middle of it keeps what is there. */
const isBusy = () => region.contains(document.activeElement) || document.getSelection()?.isCollapsed === false;

const renew = async () => {
  if (document.hidden || isBusy()) return;
  const answer = await fetch(location.href, { cache: 'no-store', redirect: 'error' });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('live');
  if (fresh === null || isBusy() || fresh.innerHTML === region.innerHTML) return;
  region.replaceChildren(...document.importNode(fresh, true).childNodes);
};

// An endpoint that has ended leaves the page as it was.
if (region !== null) setInterval(() => renew().catch(() => undefined), 1500);
