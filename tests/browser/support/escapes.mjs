// Ways in which a program in a browser can send something. Each function runs in the page or in the worker, as it
// stands, with the address to send to. A page without a policy gets every one of them through; ours none, once the
// network is closed.

/** What a page and a worker can both try. */
export const anywhere = {
  fetch: (url) => fetch(url),
  'fetch that outlives the page': (url) => fetch(url, { method: 'POST', body: 'x', keepalive: true }),
  'fetch that wants no answer': (url) => fetch(url, { mode: 'no-cors', method: 'POST', body: 'x' }),
  XMLHttpRequest: (url) =>
    new Promise((done) => {
      const request = new XMLHttpRequest();
      request.onloadend = done;
      request.open('POST', url);
      request.send('x');
    }),
  WebSocket: (url) =>
    new Promise((done) => {
      const socket = new WebSocket(url.replace('http', 'ws'));
      socket.onerror = socket.onclose = socket.onopen = done;
    }),
  EventSource: (url) =>
    new Promise((done) => {
      const source = new EventSource(url);
      source.onerror = source.onopen = () => done(source.close());
    }),
  'something to keep': async (url) => (await caches.open('x')).add(url),
  'a module': (url) => import(url),
  'another worker': (url) =>
    new Promise((done) => {
      const worker = new Worker(url);
      worker.onerror = worker.onmessage = done;
    }),
};

/** What only a worker can try. */
export const fromWorker = {
  importScripts: (url) => importScripts(url),
  'a worker of its own that fetches': (url) =>
    new Promise((done) => {
      const script = `fetch(${JSON.stringify(url)}).finally(() => postMessage(0), () => postMessage(0))`;
      const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
      worker.onerror = worker.onmessage = done;
    }),
};

/** What only a page can try: everything that an element fetches. */
export const fromPage = {
  sendBeacon: (url) => navigator.sendBeacon(url, 'x'),
  'fetch later': (url) => fetchLater(url, { activateAfter: 0 }),
  'a worker that fetches': (url) =>
    new Promise((done) => {
      const script = `fetch(${JSON.stringify(url)}).finally(() => postMessage(0), () => postMessage(0))`;
      const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
      worker.onerror = worker.onmessage = done;
    }),
  'a shared worker': (url) => new SharedWorker(url),
  'a service worker': (url) => navigator.serviceWorker.register(url),
  'an image': (url) => new Promise((done) => Object.assign(new Image(), { onload: done, onerror: done, src: url })),
  ...Object.fromEntries(
    [
      ['a script', 'script', 'src'],
      ['a frame', 'iframe', 'src'],
      ['a video', 'video', 'src'],
      ['an object', 'object', 'data'],
      ['an embedded thing', 'embed', 'src'],
    ].map(([name, element, attribute]) => [
      name,
      new Function('url', `document.body.append(Object.assign(document.createElement('${element}'), {${attribute}: url}))`),
    ]),
  ),
  ...Object.fromEntries(
    ['stylesheet', 'icon', 'prefetch', 'preload', 'modulepreload'].map((kind) => [
      `a link to a ${kind}`,
      new Function(
        'href',
        `document.head.append(Object.assign(document.createElement('link'),
          {rel: '${kind}', as: '${kind === 'preload' ? 'fetch' : ''}', href}))`,
      ),
    ]),
  ),
  'a background in a style': (url) => document.body.style.setProperty('background-image', `url(${url})`),
  'a style sheet made in a program': (url) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`body { background-image: url(${url}); list-style-image: url(${url}) }`);
    document.adoptedStyleSheets = [sheet];
  },
  'a font': (url) => new FontFace('x', `url(${url})`).load(),
  'a form': (url) => {
    const form = Object.assign(document.createElement('form'), { action: url, method: 'post' });
    document.body.append(form);
    form.submit();
  },
  'a form in a frame': (url) => {
    const frame = Object.assign(document.createElement('iframe'), { name: 'frame' });
    const form = Object.assign(document.createElement('form'), { action: url, method: 'post', target: 'frame' });
    document.body.append(frame, form);
    form.submit();
  },
  'fetch of a fresh frame': (url) => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    return frame.contentWindow.fetch(url);
  },
};
