// What the page waits for before it can be used, and where it can be put.

import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Calculator } from './support/calculator.mjs';
import { DIST, serve } from './support/server.mjs';
import { expect, samples, test } from './support/test.mjs';

test('files can be chosen before the programs that calculate and open workbooks have come', async ({ page }) => {
  const site = await serve();
  const held = [];
  const programs = (await readdir(join(DIST, 'assets'))).filter((name) => /^(engine|books)[^/]*\.wasm$/.test(name));
  expect(programs).toHaveLength(2);
  for (const name of programs) {
    site.instead.set(`/assets/${name}`, (response) => held.push([name, response]));
  }
  const calculator = new Calculator(page);
  await page.goto(site.url);
  await expect(calculator.chooseButton()).toBeEnabled();
  await calculator.choose(...samples.return);
  await expect.poll(() => held.some(([name]) => name.startsWith('engine'))).toBe(true);
  await expect(calculator.results).toHaveCount(0);
  site.instead.clear();
  for (const [name, response] of held) {
    response.writeHead(200, { 'content-type': 'application/wasm' });
    response.end(await readFile(join(DIST, 'assets', name)));
  }
  await calculator.done();
  await expect(calculator.results).toContainText('18 of 204 children');
  await site.stop();
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
