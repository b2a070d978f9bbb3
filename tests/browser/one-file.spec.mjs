// The whole product in one file, opened from a disk on a computer without a network.

import { copyFile, readFile, stat } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ONE_FILE, expect, samples, test } from './support/test.mjs';
import { Calculator } from './support/calculator.mjs';
import { printed } from './support/terminal.mjs';

test.use({ mode: 'one file', offline: true });

test('one file from a disk does the whole job without a network', async ({ page }, info) => {
  // Alone in its folder, under a name with spaces, as it might be on a stick.
  const copy = info.outputPath('Missing from Care (copy).html');
  await copyFile(fileURLToPath(ONE_FILE), copy);
  const asked = [];
  page.context().on('request', (request) => asked.push(request.url()));
  const said = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));

  const calculator = new Calculator(page);
  await calculator.open(pathToFileURL(copy).href);
  // It says so at once: it never needs a network.
  await calculator.networkClosed();
  for (const [name, files] of Object.entries(samples)) {
    await calculator.choose(...files);
    await calculator.done();
    for (const format of ['json', 'csv']) {
      const expected = printed(format, ...files).toString();
      expect(await calculator.download(`download-${format}`), `${name} as ${format}`).toBe(expected);
    }
    await calculator.clear();
  }
  // The samples are inside too.
  await calculator.sample('sample-answers');
  await calculator.done();
  await expect(calculator.results).toContainText('864 of 2,335');
  await calculator.clear();
  await calculator.sample('sample-return');
  await calculator.done();
  await expect(calculator.results).toContainText('18 of 204 children');

  // Itself, and what it makes for itself: its icon, its worker, its downloads.
  const elsewhere = asked.filter((url) => !/^(blob|data):/.test(url) && url !== pathToFileURL(copy).href);
  expect(elsewhere).toEqual([]);
  // Chromium does not know the directive that closes browser-to-browser calls, and tells.
  expect(said.filter((line) => !line.includes("directive 'webrtc'"))).toEqual([]);
});

test('one file is closed from its first byte, before its program runs', async ({ page, elsewhere }) => {
  await page.context().setOffline(false);
  await page.addInitScript((url) => {
    // The document is being read: what it forbids by then, it forbids without its program.
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      observer.disconnect();
      globalThis.tried = fetch(url).then(() => 'sent', () => 'refused');
    }).observe(document, { childList: true, subtree: true });
  }, `${elsewhere.url}early`);
  await page.goto(ONE_FILE);
  expect(await page.evaluate(() => globalThis.tried)).toBe('refused');
  expect(elsewhere.requests).toEqual([]);

  const policies = page.locator('meta[http-equiv="Content-Security-Policy"]');
  expect(await policies.first().evaluate((meta) => meta === document.head.firstElementChild)).toBe(true);
  const policy = await policies.first().getAttribute('content');
  expect(policy).toContain("default-src 'none'; connect-src 'none';");
  expect(policy.replace("'wasm-unsafe-eval'", '')).not.toMatch(/unsafe|'self'|https?:|\*/);
});

test('one file is small enough to carry, and names nothing outside of itself', async () => {
  const file = fileURLToPath(ONE_FILE);
  // The bound is where sizes are checked.
  const bounds = [...(await readFile('xtask/src/size.rs', 'utf8')).matchAll(/whole: ([\d_]+)/g)];
  const bound = Math.max(...bounds.map(([, bound]) => Number(bound.replaceAll('_', ''))));
  expect((await stat(file)).size).toBeLessThanOrEqual(bound);
  const markup = (await readFile(file, 'utf8')).replace(/<(script|style)[^>]*>[^]*?<\/\1>/g, '');
  expect(markup.match(/<[a-z][^>]*\s(?:src|href|action|srcset|poster)=["'](?!data:|#)[^>]*>/gi)).toBeNull();
});
