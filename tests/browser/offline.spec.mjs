// The page without a network after a first visit, and how a newer release comes.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Calculator } from './support/calculator.mjs';
import { nextRelease, programOf } from './support/release.mjs';
import { serve } from './support/server.mjs';
import { expect, kept, samples, test } from './support/test.mjs';
import { words } from './support/words.mjs';

/** Longer than a browser takes to look for a newer service worker by itself, in milliseconds. */
const LOOKED = 4000;

/** What tells which release a page is of. */
const release = (page) => page.locator('meta[name="description"]');

for (const base of ['/', '/tools/missing-from-care/']) {
  test(`after a first visit at ${base}, the whole job is done without a network`, async ({ page, context }) => {
    const site = await serve({ base });
    const calculator = new Calculator(page);
    await calculator.open(site.url);
    await kept(page);
    await site.stop();
    await context.setOffline(true);

    for (const address of [site.url, `${site.url}index.html`, `${site.url}?from=a-link#files`]) {
      await calculator.open(address);
    }
    await calculator.choose(...samples.return);
    await calculator.done();
    await expect(calculator.results).toContainText('18 of 204 children');
    expect(await calculator.download('download-json')).toContain('"format": "missing-from-care/1"');
    await calculator.clear();
    await calculator.sample('sample-answers');
    await calculator.done();
    await expect(calculator.results).toContainText('864 of 2,335');
  });
}

test('a newer release is offered, never swapped under a calculation, and takes the old one’s files away', async ({
  page,
  context,
  site,
}, info) => {
  const calculator = new Calculator(page);
  await calculator.open(site.url);
  await kept(page);
  const { old, changed } = await nextRelease(info.outputPath('next'), 'next');
  site.folder = info.outputPath('next');

  // The next visit shows what is kept, and learns of the newer one.
  await calculator.open(site.url);
  await expect(page.getByText(words('release-ready'))).toBeVisible();
  await calculator.choose(...samples.return);
  await calculator.done();
  const offer = page.getByRole('status').filter({ hasText: words('release-ready') });
  await expect(offer).toContainText(words('release-loses'));
  await expect(calculator.results).toContainText('18 of 204 children');
  await calculator.download('download-json');
  await expect(release(page)).not.toHaveAttribute('content', /next/);
  expect(await cached(page, old)).toBe(true);

  // Another tab is still on the old release, and stays there with what it shows.
  const other = await context.newPage();
  const otherCalculator = new Calculator(other);
  await otherCalculator.open(site.url);
  await otherCalculator.choose(...samples.answers);
  await otherCalculator.done();

  // By keyboard, as by hand.
  await offer.getByRole('button', { name: words('release-load') }).focus();
  await page.keyboard.press('Enter');
  await expect(release(page)).toHaveAttribute('content', /\(next\)$/);
  await expect(calculator.chooseButton()).toBeEnabled();
  await expect(calculator.file('missing.csv')).toHaveCount(0);
  expect(await page.evaluate(() => caches.keys())).toEqual([`missing-from-care ${site.url} next`]);
  expect(await cached(page, old)).toBe(false);
  expect(await cached(page, changed)).toBe(true);
  await expect(release(other)).not.toHaveAttribute('content', /next/);
  await expect(otherCalculator.results).toContainText('864 of 2,335');

  // And it is the newer one that works without a network.
  await site.stop();
  await context.setOffline(true);
  await calculator.open(site.url);
  await expect(release(page)).toHaveAttribute('content', /\(next\)$/);
  await calculator.choose(...samples.answers);
  await calculator.done();
  await expect(page.getByText(words('release-ready'))).toHaveCount(0);
});

test('a newer release is loaded by itself once no page uses the old one', async ({ context, site }, info) => {
  const first = await context.newPage();
  await new Calculator(first).open(site.url);
  await kept(first);
  await nextRelease(info.outputPath('next'), 'next');
  site.folder = info.outputPath('next');
  await new Calculator(first).open(site.url);
  await expect(first.getByText(words('release-ready'))).toBeVisible();
  await first.close();

  const second = await context.newPage();
  await expect(async () => {
    await new Calculator(second).open(site.url);
    await expect(release(second)).toHaveAttribute('content', /\(next\)$/, { timeout: 100 });
  }).toPass();
  await expect.poll(() => second.evaluate(() => caches.keys())).toEqual([`missing-from-care ${site.url} next`]);
});

test('a release that did not arrive whole is not kept', async ({ page, site }, info) => {
  const calculator = new Calculator(page);
  await calculator.open(site.url);
  await kept(page);
  const { changed } = await nextRelease(info.outputPath('next'), 'next');
  await writeFile(join(info.outputPath('next'), changed), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  site.folder = info.outputPath('next');

  await calculator.open(site.url);
  await expect.poll(() => site.requests.filter((request) => request === `GET /${changed}`)).not.toEqual([]);
  await calculator.choose(...samples.return);
  await calculator.done();
  await expect(page.getByText(words('release-ready'))).toHaveCount(0);
  const [name, ...others] = await page.evaluate(() => caches.keys());
  expect(others).toEqual([]);
  expect(name).not.toContain('next');
  await calculator.open(site.url);
  await expect(release(page)).not.toHaveAttribute('content', /next/);
});

for (const worker of ['max-age=60', 'no-cache']) {
  test(`what the browser itself asks about a newer release (${worker}), it asks before the network is closed`, async ({ page, site }) => {
    site.worker = worker;
    const calculator = new Calculator(page);
    await calculator.open(site.url);
    await kept(page);
    const before = site.requests.length;
    await calculator.open(site.url);
    // As soon as one can.
    await calculator.sample('sample-answers');
    await calculator.networkClosed();
    const closed = site.requests.length;
    expect(site.requests.slice(before)).toContain('GET /sw.js');
    await calculator.done();
    await page.waitForTimeout(LOOKED);
    expect(site.requests.slice(closed)).toEqual([]);
  });
}

test('with a service worker behind it, a closed page still cannot ask for anything', async ({ page, site, elsewhere }) => {
  // So that every question of the browser is seen.
  site.worker = 'no-cache';
  const calculator = new Calculator(page);
  await calculator.open(site.url);
  await kept(page);
  await calculator.open(site.url);

  const attempts = async () => {
    const attempt = (what, ...given) =>
      page.evaluate(
        ([what, given]) => Promise.race([
          new Function('...given', `return (${what})(...given)`)(...given).then(() => 'done', () => 'refused'),
          new Promise((done) => setTimeout(done, 500, 'waited')),
        ]),
        [what.toString(), given],
      ).catch(() => 'refused');
    await attempt(async () => (await navigator.serviceWorker.ready).update());
    await attempt(async () => (await navigator.serviceWorker.getRegistration()).update());
    await attempt(async () => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      return (await frame.contentWindow.navigator.serviceWorker.getRegistration(location.href)).update();
    });
    for (const url of [`${site.url}told`, `${elsewhere.url}told`]) {
      for (const message of [url, { url }, { type: 'fetch', url }, ['load', url]]) {
        await attempt(async (message) => navigator.serviceWorker.controller.postMessage(message), message);
      }
      await attempt((url) => fetch(url), url);
      await attempt(async (url) => (await caches.open('x')).add(url), url);
      await attempt(async (url) => (await navigator.serviceWorker.ready).backgroundFetch.fetch('x', [url]), url);
    }
    // What is kept is handed out to nobody either.
    await attempt(() => fetch('./'));
    await page.waitForTimeout(1000);
  };

  // While the network is open, some of it gets out to this site: the attempts are real. The service worker itself sends
  // nothing that it was told to.
  let before = site.requests.length;
  await page.waitForTimeout(LOOKED);
  await attempts();
  const open = site.requests.slice(before);
  expect(open).toContain('GET /sw.js');
  expect(open).toContain('GET /told');
  expect(elsewhere.requests).toEqual([]);

  await calculator.open(site.url);
  await calculator.choose(...samples.answers);
  await calculator.done();
  before = site.requests.length;
  await attempts();
  expect(site.requests.slice(before)).toEqual([]);
  expect(elsewhere.requests).toEqual([]);
  expect(await page.evaluate(() => 'serviceWorker' in navigator)).toBe(false);
});

test('the service worker sends nothing that it is told to', async ({ page, site, elsewhere }) => {
  const calculator = new Calculator(page);
  await calculator.open(site.url);
  await kept(page);
  await calculator.open(site.url);
  await page.waitForTimeout(LOOKED);
  const before = site.requests.length;
  await page.evaluate((urls) => {
    for (const url of urls) {
      for (const message of [url, { url }, ['load', url], { load: url }]) {
        navigator.serviceWorker.controller.postMessage(message);
      }
    }
  }, [`${site.url}told`, `${elsewhere.url}told`]);
  await page.waitForTimeout(1000);
  expect(site.requests.slice(before)).toEqual([]);
  expect(elsewhere.requests).toEqual([]);
});

test('the page can be installed as an app', async ({ page, site }) => {
  await new Calculator(page).open(site.url);
  await kept(page);
  const browser = await page.context().newCDPSession(page);
  const { errors, data, url } = await browser.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const manifest = JSON.parse(data);
  expect(new URL(manifest.start_url, url).href).toBe(site.url);
  expect(new URL(manifest.scope, url).href).toBe(site.url);
  const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});

test('a page in a frame of another site keeps nothing', async ({ page, site }, info) => {
  const folder = info.outputPath('host');
  await mkdir(folder);
  await writeFile(join(folder, 'index.html'), `<!doctype html><title>Host</title><iframe src="${site.url}"></iframe>`);
  const host = await serve({ folder });
  await page.goto(host.url);
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: words('sample-answers') }).click();
  await expect(frame.getByRole('region', { name: words('results-heading') })).toContainText('864 of 2,335');
  expect(site.requests).not.toContain('GET /sw.js');
  await host.stop();
});

test('everything that a page can be made of is in the list of what is kept', async ({ page, site }) => {
  const calculator = new Calculator(page);
  await calculator.open(site.url);
  await kept(page);
  const known = (await programOf(site.folder)).map(([path]) => `GET ${new URL(path, site.url).pathname}`);
  const others = site.requests.filter((request) => !known.includes(request));
  expect([...new Set(others)]).toEqual(['GET /sw.js']);
});

/** Whether a file is kept. */
function cached(page, path) {
  return page.evaluate(async (path) => (await caches.match(path)) !== undefined, path);
}
