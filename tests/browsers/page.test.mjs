// The page in browsers other than the one of `tests/browser`: over http and from a disk, what a person chooses becomes
// figures, every part opens, and nothing gets out. A browser that this machine lacks is skipped, and that is said.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { anywhere, fromPage } from '../browser/support/escapes.mjs';
import { DIST, serve } from '../browser/support/server.mjs';
import { PROGRAM } from '../browser/support/terminal.mjs';
import { words } from '../browser/support/words.mjs';
import * as firefox from './firefox.mjs';
import * as webkit from './webkit.mjs';

const RETURN = ['header', 'episodes', 'uasc', 'missing'].map((name) => resolve(`static/samples/ssda903/${name}.csv`));
const SHARE = '18 of 204 children';
const PATIENCE = 60_000;

/** Waits until an expression in the page is true. A driver that could not ask, as when a page is replaced, asks again. */
async function until(browser, expression, what) {
  let unasked = '';
  for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(250)) {
    const is = await browser.run(`Boolean(${expression})`).catch((error) => (unasked = ` The driver said: ${error.message}.`) && null);
    if (is === true) return;
  }
  assert.fail(`${what}.${unasked} The page says: ${await browser.run('document.body.innerText')}`);
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
  for (const [name, way] of Object.entries({ ...anywhere, ...fromPage })) {
    const attempt = `(${way})(${JSON.stringify(`${site.origin}/out-${encodeURIComponent(name)}`)})`;
    // Whatever it throws is its end; what never ends is left behind.
    const tried = `Promise.race([Promise.resolve().then(() => ${attempt}).then(() => 0, () => 0), new Promise((done) => setTimeout(done, 400))]).then(() => 0)`;
    await Promise.race([browser.run(tried).catch(() => {}), sleep(3000)]);
  }
  await sleep(1000);
  return site.requests.slice(before);
}

/** Keeps the name and the text of everything that the page hands to the browser to save. */
const WATCH = `(() => {
  globalThis.saved = [];
  const blobs = new Map();
  const create = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    const address = create.call(URL, blob);
    blobs.set(address, blob);
    return address;
  };
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    const [name, blob] = [this.download, blobs.get(this.href)];
    if (blob) blob.text().then((text) => globalThis.saved.push({ name, size: blob.size, text: text.slice(0, 3_000_000) }));
    return click.call(this);
  };
})()`;

/** What can be saved where the page is: its buttons. */
const BUTTONS = `[...document.querySelectorAll('main button')].filter((one) => /Download|CSV|SVG|PNG|JSON/.test(one.textContent))`;

/** Opens a part, and waits until it is there. */
async function open(browser, part) {
  await browser.run(`void document.querySelector('.parts__link[href="${part}"]').click()`);
  const is = `document.querySelector('.parts__link[href="${part}"]').getAttribute('aria-current') === 'page'`;
  await until(browser, `${is} && !${has(words('part-loading'))}`, `${part} did not open`);
}

/** Saves everything that the parts of a return offer, and looks at what came. */
async function downloads(browser, parts) {
  await browser.run(WATCH);
  let expected = 0;
  for (const part of parts) {
    await open(browser, part);
    const count = await browser.run(`${BUTTONS}.length`);
    for (let at = 0; at < count; at += 1) {
      expected += 1;
      await browser.run(`void ${BUTTONS}[${at}].click()`);
      await until(browser, `globalThis.saved.length >= ${expected}`, `button ${at} of ${part} saves nothing`);
    }
  }
  const saved = await browser.run('globalThis.saved');
  const names = new Set(saved.map(({ name }) => name));
  const named = (what, ending) => [...names].find((name) => new RegExp(`^missing-from-care${what}-20[\\d-]+(to-[\\d-]+)?-exact\\.${ending}$`).test(name));
  for (const [what, ending] of [['', 'json'], ['', 'csv'], ['-report', 'html'], ['-foi-answer', 'txt'], ['-foi-answer', 'csv']]) {
    assert.ok(named(what, ending), `${what}.${ending} is not among ${[...names]}`);
  }
  assert.ok([...names].some((name) => name.endsWith('.svg')) && [...names].some((name) => name.endsWith('.png')), [...names].join());
  for (const { name, size, text } of saved) {
    assert.ok(size > 50, `${name} is empty`);
    assert.ok(!name.endsWith('.svg') || text.startsWith('<svg '), name);
    assert.ok(!name.endsWith('.html') || text.startsWith('<!DOCTYPE html>'), name);
  }
  for (const format of ['json', 'csv']) {
    const printed = execFileSync(PROGRAM, ['--format', format, ...RETURN], { encoding: 'utf8', maxBuffer: 1 << 28 });
    const called = named('', format);
    const { text } = saved.find(({ name }) => name === called);
    assert.equal(text.replace(/^\uFEFF/, ''), printed.replace(/^\uFEFF/, ''), `${format} is what the terminal prints`);
    if (browser.downloads) {
      const file = join(browser.downloads, called);
      for (let left = 40; left > 0; left -= 1) {
        if (read(file) === printed) break;
        await sleep(250);
      }
      assert.equal(read(file), printed, `${format} is on the disk`);
    }
  }
}

const read = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
};

/** A page of somebody else with the calculator in a frame, which shows their figures. */
async function embedded(browser, site) {
  const maker = readFileSync(resolve(DIST, 'embed.html'), 'utf8');
  const [, path] = /src="(embed\/embed-[0-9a-f]{16}\.js)"/.exec(maker);
  const folder = mkdtempSync(join(tmpdir(), 'host-'));
  const body = `<missing-from-care mode="figures" title="Figures"></missing-from-care>`;
  writeFileSync(join(folder, 'index.html'), `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script defer src="${site.url}${path}"></script><h1>Host</h1>${body}`);
  const host = await serve({ folder });
  try {
    await browser.open(host.url);
    const frame = 'document.querySelector("missing-from-care")?.shadowRoot?.querySelector("iframe")';
    await until(browser, frame, 'there is no frame');
    await browser.run(`void ${frame}.scrollIntoView()`);
    const height = `parseInt(${frame}.style.height)`;
    // It says its height once it runs; with figures in it, it is higher by far.
    const answers = readFileSync('static/samples/answers-2024.csv', 'utf8');
    await browser.run(`void (document.querySelector('missing-from-care').figures = [{ name: 'answers.csv', content: ${JSON.stringify(answers)} }])`);
    await until(browser, `${height} > 900`, 'the frame does not show the figures of its host');
    assert.deepEqual(host.requests.filter((request) => request !== 'GET /'), [], 'the frame asks its host for nothing');
  } finally {
    await host.stop();
    rmSync(folder, { recursive: true });
  }
}

/** After a first visit, without a server. Gives false where the browser keeps no pages. */
async function offline(browser) {
  const site = await serve();
  try {
    await opened(browser, site.url);
    if (!(await browser.run('"serviceWorker" in navigator'))) return false;
    await until(browser, '(navigator.serviceWorker.getRegistration().then((one) => (globalThis.keeps = Boolean(one?.active))), globalThis.keeps)', 'the program is not kept');
  } finally {
    await site.stop();
  }
  await figures(browser, site.url);
  return true;
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
      for (const part of parts) await open(browser, part);
      await downloads(browser, parts);
      await opened(browser, site.url);
      await until(browser, '!document.querySelector(".samples button").disabled', 'the samples have not come');
      await browser.run('void document.querySelector(".samples button").click()');
      await until(browser, has('864 of 2,335'), 'the sample has no figures');

      await embedded(browser, site);
      if (!(await offline(browser))) t.diagnostic('this browser keeps no page, so that it was not tried without a network');

      // From a disk, where WebKit lets no worker read a file.
      await figures(browser, pathToFileURL(resolve(DIST, 'missing-from-care.html')).href);
    } finally {
      await browser.stop();
      await site.stop();
    }
  });
}
