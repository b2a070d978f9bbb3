// The service worker: the page without a network.
//
// It keeps the program's own files, those of the list below and no others, and hands them to the browser. It never sees
// a file that a person chooses, nor a result: those never leave the page, and what the page may ask for ends before the
// first of them is read. It listens to three words, and answers none.
'use strict';

// The build writes both: `cargo xtask dist`.
const VERSION = 'VERSION_OF_THE_BUILD';
/** Where each file is, from here, and what it must be. */
const FILES = FILES_OF_THE_BUILD;

// A site can hold the page in several folders; each keeps its own.
const OURS = `missing-from-care ${registration.scope} `;
const CACHE = OURS + VERSION;

/** How long a new release may take to arrive, in milliseconds. The page waits for it before it closes the network. */
const PATIENCE = 20_000;

const addresses = new Map(FILES.map(([path, integrity]) => [new URL(path, registration.scope).href, integrity]));

/** How long to wait for a page that lets it fetch, in milliseconds. */
const PERMISSION = 5000;

const stop = new AbortController();
let allow;
const allowed = new Promise((resolve, reject) => {
  allow = resolve;
  stop.signal.addEventListener('abort', reject);
  setTimeout(reject, PERMISSION);
});
allowed.catch(() => {});

// A release is kept as a whole or not at all: a file that is not what the list says fails all of it. Nothing is asked of
// the server but with the leave of a page whose network is open.
addEventListener('install', (event) => {
  event.waitUntil(allowed.then(() => keep(requests())));
});

function requests() {
  setTimeout(() => stop.abort(), PATIENCE);
  return [...addresses].map(([address, integrity]) => {
    // Names of assets change with what they hold, so that any copy will do; the page itself must be the server's.
    const cache = address === registration.scope ? 'no-cache' : 'default';
    return new Request(address, { cache, integrity, signal: stop.signal, credentials: 'same-origin' });
  });
}

async function keep(requests) {
  try {
    const cache = await caches.open(CACHE);
    await cache.addAll(requests);
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

// Older releases go once no page uses them any more, or a person has asked for this one.
addEventListener('activate', (event) => {
  const old = (name) => name.startsWith(OURS) && name !== CACHE;
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name)))));
});

addEventListener('fetch', (event) => {
  const { request } = event;
  const address = request.mode === 'navigate' ? page(request.url) : request.url;
  if (request.method !== 'GET' || !addresses.has(address)) return;
  event.respondWith(kept(address).then((response) => response ?? fetch(request)));
});

/** The address of the page, whatever follows it. */
function page(url) {
  const address = new URL(url);
  address.search = address.hash = '';
  return address.href.replace(/\/index\.html$/, '/');
}

async function kept(address) {
  return (await caches.open(CACHE)).match(address);
}

// What a page can say: "You may fetch", "Fetch no more: my network is about to be closed", and "Take over: a person asks for
// the new version".
addEventListener('message', (event) => {
  if (event.data === 'fetch') allow();
  if (event.data === 'stop') stop.abort();
  if (event.data === 'load') skipWaiting();
});
