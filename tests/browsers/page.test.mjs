// The page in browsers other than the one of `tests/browser`: over http and from a disk, what a person chooses becomes
// figures, every part opens, and nothing gets out. A browser that this machine lacks is skipped, and that is said.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DIST, serve } from '../browser/support/server.mjs';
import { words } from '../browser/support/words.mjs';
import * as firefox from './firefox.mjs';
import * as webkit from './webkit.mjs';

const RETURN = ['header', 'episodes', 'uasc', 'missing'].map((name) => resolve(`static/samples/ssda903/${name}.csv`));
const SHARE = '18 of 204 children';
const PATIENCE = 60_000;

/** Waits until an expression in the page is true. */
async function until(browser, expression, what) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(250)) {
    if ((await browser.run(`Boolean(${expression})`)) === true) return;
  }
  assert.fail(`${what}. The page says: ${await browser.run('document.body.innerText')}`);
}

const has = (text) => `document.body.innerText.includes(${JSON.stringify(text)})`;

async function opened(browser, url) {
  await browser.open(url);
  await until(browser, 'document.querySelector("#choose-input")', 'the page has not started');
}

async function figures(browser, url) {
  await opened(browser, url);
  await browser.choose('#choose-input', RETURN);
  await until(browser, has(SHARE), `there are no figures at ${url}`);
}

/** Tries every way out, and gives those that the server heard of. */
async function escapes(browser, site) {
  const before = site.requests.length;
  const out = (way) => JSON.stringify(`${site.origin}/out-${way}`);
  for (const attempt of [
    `fetch(${out('fetch')})`,
    `new Promise((done) => { const x = new XMLHttpRequest(); x.onloadend = done; x.open('POST', ${out('xhr')}); x.send('x'); })`,
    `new Promise((done) => { const s = new WebSocket(${out('socket')}.replace('http', 'ws')); s.onerror = s.onclose = s.onopen = done; })`,
    `navigator.sendBeacon(${out('beacon')}, 'x')`,
    `new Promise((done) => { const i = new Image(); i.onload = i.onerror = done; i.src = ${out('image')}; })`,
    `import(${out('module')})`,
  ]) {
    await Promise.race([browser.run(`Promise.resolve(${attempt}).then(() => 0, () => 0)`).catch(() => {}), sleep(3000)]);
  }
  return site.requests.slice(before);
}

for (const [name, driver] of Object.entries({ Firefox: firefox, WebKitGTK: webkit })) {
  test(`${name}: figures, parts and the closed network`, { skip: driver.missing() ?? false, timeout: 300_000 }, async (t) => {
    const site = await serve();
    const browser = await driver.launch();
    t.diagnostic(browser.version);
    try {
      await figures(browser, site.url);
      assert.ok(await browser.run(has(words('network-closed-more'))), 'the network is said to be closed');
      assert.deepEqual(await escapes(browser, site), [], 'nothing gets out');
      const parts = await browser.run('[...document.querySelectorAll(".parts__link")].map((link) => link.hash)');
      assert.ok(parts.length >= 5, String(parts));
      for (const part of parts) {
        await browser.run(`void document.querySelector('.parts__link[href="${part}"]').click()`);
        const open = `document.querySelector('.parts__link[href="${part}"]').getAttribute('aria-current') === 'page'`;
        await until(browser, `${open} && !${has(words('part-loading'))}`, `${part} did not open`);
      }
      await opened(browser, site.url);
      await until(browser, '!document.querySelector(".samples button").disabled', 'the samples have not come');
      await browser.run('void document.querySelector(".samples button").click()');
      await until(browser, has('864 of 2,335'), 'the sample has no figures');

      // From a disk, where WebKit lets no worker read a file.
      await figures(browser, pathToFileURL(resolve(DIST, 'missing-from-care.html')).href);
    } finally {
      await browser.stop();
      await site.stop();
    }
  });
}
