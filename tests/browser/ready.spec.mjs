// How soon the page can be used, and where it can be put.

import { chromium as playwright } from '@playwright/test';
import { Calculator } from './support/calculator.mjs';
import { chromium, flags } from './support/chromium.mjs';
import { serve } from './support/server.mjs';
import { expect, samples, test } from './support/test.mjs';

test('from a cold start, the page is ready within a second', async ({}, info) => {
  const times = [];
  for (let run = 0; run < 3; run += 1) {
    // A browser that has never seen the page: nothing in a cache, nothing compiled.
    const site = await serve();
    const browser = await playwright.launch({ executablePath: chromium(), args: flags });
    const page = await browser.newPage();
    const calculator = new Calculator(page);
    await page.addInitScript(() => {
      const ready = () => [...document.querySelectorAll('button')].some((button) => !button.disabled);
      new MutationObserver((_, observer) => {
        if (!ready()) return;
        observer.disconnect();
        requestAnimationFrame(() => (globalThis.readyAfter = performance.now()));
      }).observe(document, { childList: true, subtree: true });
    });
    await calculator.open(site.url);
    times.push(await page.waitForFunction(() => globalThis.readyAfter).then((handle) => handle.jsonValue()));
    await browser.close();
    await site.stop();
  }
  const best = Math.min(...times);
  info.annotations.push({ type: 'ready after', description: times.map((time) => `${Math.round(time)} ms`).join(', ') });
  console.log(`ready after ${times.map((time) => Math.round(time)).join(', ')} ms`);
  // The best of three: the machine that runs the tests may be busy with others.
  expect(best).toBeLessThan(1000);
});

test('the page works in any folder of a site', async ({ page }) => {
  const site = await serve({ base: '/tools/missing-from-care/' });
  const calculator = new Calculator(page);
  await calculator.open(site.url);
  await calculator.choose(...samples.return);
  await calculator.done();
  await expect(calculator.results).toContainText('18 of 204 children');
  await site.stop();
});

test('the page says nothing in the browser’s console but what the browser says of itself', async ({ page, site }) => {
  const said = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`error: ${error.message}`));
  const calculator = new Calculator(page);
  await calculator.open(site.url);
  await calculator.choose(...samples.return);
  await calculator.done();
  await calculator.clear();
  // Chromium does not know the directive that closes browser-to-browser calls, and tells; it also says that it does
  // not check the integrity of a preload, which it checks when the file is used.
  const ofItself = /directive 'webrtc'|`integrity` attribute is currently ignored/;
  expect(said.filter((line) => !ofItself.test(line))).toEqual([]);
});

test.describe('where nothing is kept', () => {
  test.use({ serviceWorkers: 'block' });

  test('every file of the page is asked for once, and the page works', async ({ calculator, site }) => {
    await calculator.choose(...samples.return);
    await calculator.done();
    await expect(calculator.results).toContainText('18 of 204 children');
    expect(site.requests).toEqual([...new Set(site.requests)]);
    // What opens workbooks may have been given up for the files.
    expect(site.requests.filter((request) => /(page|engine)[^/]*\.wasm$/.test(request))).toHaveLength(2);
  });
});
