// A small web server for the built page, that remembers who asked for what and can be stopped while a page is open.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, resolve } from 'node:path';

const KINDS = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** The folder that `cargo xtask dist` builds. */
export const DIST = resolve('dist');

/**
 * Serves a folder under a path such as `/` or `/tools/missing/`, on a port of the system's choice.
 * `requests` grows with everything that arrives, WebSocket handshakes and unknown paths included. Setting `folder` puts
 * another release in its place. `headers` go with everything. `instead` holds, by path, what is done in the place of an answer.
 * `worker` says how long a browser may use the service worker's script; what is there if nothing else is said is what the files
 * for servers say that are handed out with the page.
 */
export async function serve({ folder = DIST, base = '/', headers = {}, worker = 'max-age=60' } = {}) {
  const requests = [];
  const site = { folder, requests, instead: new Map(), worker };
  const server = createServer(async (request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const instead = site.instead.get(path);
    if (instead) {
      instead(response);
      return;
    }
    const name = path === base ? 'index.html' : path.slice(base.length);
    const file = join(site.folder, normalize(`/${name}`));
    try {
      if (!path.startsWith(base)) throw new Error('outside of the page');
      const body = await readFile(file);
      const lasts = name === 'sw.js' ? { 'cache-control': site.worker } : {};
      response.writeHead(200, { ...headers, ...lasts, 'content-type': KINDS[extname(file)] ?? 'application/octet-stream' });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  server.on('upgrade', (request, socket) => {
    requests.push(`UPGRADE ${request.url}`);
    socket.destroy();
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return Object.assign(site, {
    origin,
    url: origin + base,
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  });
}
