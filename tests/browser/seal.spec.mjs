// The promise that the page exists for: nothing of a file leaves this computer.

import { createSocket } from 'node:dgram';
import { mkdir, writeFile } from 'node:fs/promises';
import { anywhere, fromPage, fromWorker } from './support/escapes.mjs';
import { programOf } from './support/release.mjs';
import { serve } from './support/server.mjs';
import { MODES, expect, samples, test } from './support/test.mjs';

/** How long something that was sent after all may take to arrive. */
const GRACE = 500;

/** Lets an escape try, and waits until it was refused, is done, or takes long enough to have sent what it would. */
async function attempt(where, escape, url) {
  const source = `(async () => {
    const patience = new Promise((done) => setTimeout(done, ${GRACE}));
    try { await Promise.race([(${escape.toString()})(${JSON.stringify(url)}), patience]); } catch { /* refused */ }
  })()`;
  await where.evaluate(source);
}

/** Where something can be tried, and what. */
const places = [
  ['the page', { ...anywhere, ...fromPage }],
  ['the worker', { ...anywhere, ...fromWorker }],
];

for (const [place, escapes] of places) {
  test(`without a policy, everything that is tried gets out of ${place}`, async ({ context }, info) => {
    test.setTimeout(120_000);
    const folder = info.outputPath('open');
    await mkdir(folder, { recursive: true });
    await writeFile(`${folder}/index.html`, '<!doctype html><title>Open</title><body>');
    const site = await serve({ folder });
    for (const [name, escape] of Object.entries(escapes)) {
      const page = await context.newPage();
      await page.goto(site.url);
      const [worker] = await Promise.all([
        page.waitForEvent('worker'),
        page.evaluate(() => void (globalThis.kept = new Worker(URL.createObjectURL(new Blob(['onmessage = null']))))),
      ]);
      const where = place === 'the page' ? page : worker;
      const path = `/${encodeURIComponent(name)}`;
      // A form leads away from the page, which ends the attempt.
      await attempt(where, escape, new URL(path, site.url).href).catch(() => {});
      await expect.poll(() => site.requests.some((request) => request.endsWith(path)), { message: name }).toBe(true);
      await page.close();
    }
    await site.stop();
  });
}

for (const mode of MODES) {
  test.describe(mode, () => {
    test.use({ mode });

    test('a whole session asks for nothing once the network is closed', async ({ calculator, page, site }) => {
      const asked = [];
      page.context().on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
      await calculator.sample('sample-answers');
      await calculator.networkClosed();
      const closed = { asked: asked.length, arrived: site.requests.length };

      await calculator.done();
      await calculator.clear();
      await calculator.sample('sample-return');
      await calculator.done();
      await expect(calculator.file('missing.csv')).toBeVisible();
      await calculator.clear();
      await calculator.sample('sample-published');
      await calculator.done();
      await expect(calculator.file('published-2024.csv')).toBeVisible();
      await calculator.download('download-json');
      await calculator.download('download-csv');
      await calculator.clear();
      await calculator.choose(...samples.return);
      await calculator.done();
      await calculator.download('download-json');
      await calculator.clear();
      await page.waitForTimeout(GRACE);

      expect(site.requests.slice(closed.arrived)).toEqual([]);
      // What the page makes for itself (its worker, its downloads) is not a request to anybody.
      expect(asked.slice(closed.asked).filter((request) => !request.startsWith('GET blob:'))).toEqual([]);
    });

    test('no byte of a file is read before the network is closed', async ({ calculator, page }) => {
      // How many policies the page has whenever a file is read or a worker, which reads files, is made.
      await page.evaluate(() => {
        const policies = () => document.head.querySelectorAll('meta[http-equiv="Content-Security-Policy"]').length;
        globalThis.seen = [];
        for (const how of ['arrayBuffer', 'text', 'stream', 'bytes', 'slice']) {
          const real = Blob.prototype[how];
          if (real === undefined) continue;
          Blob.prototype[how] = function (...given) {
            if (this instanceof File) globalThis.seen.push(`read in the page with ${policies()}`);
            return real.apply(this, given);
          };
        }
        const RealWorker = globalThis.Worker;
        globalThis.Worker = class extends RealWorker {
          constructor(...given) {
            super(...given);
            globalThis.seen.push(`worker with ${policies()}`);
          }
        };
      });
      await calculator.choose(...samples.return);
      await calculator.done();
      expect(await page.evaluate(() => globalThis.seen)).toEqual(['worker with 2']);
    });

    for (const [place, escapes] of places) {
      test(`nothing gets out of ${place}, whatever is tried`, async ({ calculator, page, site, elsewhere }) => {
        test.setTimeout(120_000);
        // The attempts themselves work: before the network is closed, one of them arrives. The one file never has a network.
        await attempt(page, anywhere.fetch, `${site.url}open`);
        expect(site.requests.includes('GET /open')).toBe(mode !== 'one file');

        await calculator.choose(...samples.answers);
        await calculator.done();
        const where = place === 'the page' ? page : page.workers()[0];
        const before = [...site.requests];
        const address = page.url();
        for (const [name, escape] of Object.entries(escapes)) {
          for (const server of [site, elsewhere]) {
            await attempt(where, escape, `${server.url}${encodeURIComponent(name)}`);
          }
          // Still there: nothing has led the page away.
          expect(page.url(), name).toBe(address);
        }
        await page.waitForTimeout(GRACE);
        expect(site.requests).toEqual(before);
        expect(elsewhere.requests).toEqual([]);
      });
    }
  });
}

test('no packet leaves for a call from browser to browser', async ({ calculator, page }) => {
  const packets = [];
  const socket = createSocket('udp4', (packet) => packets.push(packet));
  await new Promise((done) => socket.bind(0, '127.0.0.1', done));
  await calculator.choose(...samples.answers);
  await calculator.done();
  await attempt(
    page,
    async (url) => {
      const call = new RTCPeerConnection({ iceServers: [{ urls: url }] });
      call.createDataChannel('x');
      await call.setLocalDescription(await call.createOffer());
      await new Promise((done) => setTimeout(done, 400));
    },
    `stun:127.0.0.1:${socket.address().port}`,
  );
  await page.waitForTimeout(GRACE);
  socket.close();
  expect(packets).toHaveLength(0);
});

test('the page works on when the server is gone', async ({ calculator, page, site }) => {
  // The page has all that it may need.
  await page.waitForLoadState('networkidle');
  await site.stop();
  await page.context().setOffline(true);
  await calculator.choose(...samples.return);
  await calculator.done();
  await expect(calculator.results).toContainText('18 of 204 children');
  await calculator.clear();
  await calculator.sample('sample-answers');
  await calculator.done();
  await expect(calculator.results).toContainText('864 of 2,335');
});

for (const mode of MODES) {
  test.describe(mode, () => {
    test.use({ mode });

    test('nothing is kept of files and results', async ({ calculator, page, site }) => {
      // The program is kept once it has arrived; a file that is chosen before has the page give that up.
      if (mode === 'first visit') await page.evaluate(async () => void (await navigator.serviceWorker.ready));
      await calculator.choose(...samples.return);
      await calculator.done();
      await calculator.download('download-json');
      const kept = await page.evaluate(async () => ({
        cookie: document.cookie,
        local: localStorage.length,
        session: sessionStorage.length,
        databases: (await indexedDB.databases()).length,
        address: location.hash + location.search,
        caches: location.protocol === 'file:' ? [] : await caches.keys(),
      }));
      expect(kept).toEqual({ cookie: '', local: 0, session: 0, databases: 0, address: '', caches: kept.caches });
      expect(await page.context().cookies()).toEqual([]);

      // The program itself is kept, in one cache: exactly its own files, as the server has them.
      expect(kept.caches).toHaveLength(mode === 'one file' ? 0 : 1);
      for (const name of kept.caches) {
        const files = await page.evaluate(async (name) => {
          const cache = await caches.open(name);
          const read = async (request) => {
            const digest = await crypto.subtle.digest('SHA-384', await (await cache.match(request)).arrayBuffer());
            return [request.url, `sha384-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`];
          };
          return Promise.all((await cache.keys()).map(read));
        }, name);
        const program = await programOf(site.folder);
        expect(files.sort()).toEqual(program.map(([path, integrity]) => [new URL(path, site.url).href, integrity]).sort());
      }
    });
  });
}

test('an address cannot tell the page where to send or what to run', async ({ page, site, elsewhere }) => {
  const { Calculator } = await import('./support/calculator.mjs');
  const calculator = new Calculator(page);
  const there = encodeURIComponent(elsewhere.url);
  await calculator.open(`${site.url}?src=${there}&api=${there}&url=${there}&script=${there}#${there}`);
  await calculator.choose(...samples.answers);
  await calculator.done();
  expect(elsewhere.requests).toEqual([]);
});
