// What needs no file: what is published of one council, and a request to authorities with the table to fill in.

import { readFile } from 'node:fs/promises';

import AxeBuilder from '@axe-core/playwright';

import { expect, test } from './support/test.mjs';
import { said, words } from './support/words.mjs';

const main = (page) => page.locator('#main-content');

test('a council is found by name, by list and by link, without a file', async ({ calculator, page }) => {
  await page.getByRole('link', { name: words('council-title'), exact: true }).click();
  await expect(page).toHaveURL(/#council$/);
  await expect(page).toHaveTitle(new RegExp(words('council-title')));
  const name = page.getByLabel(words('council-find'), { exact: true });
  await name.fill('Kent');
  await page.keyboard.press('Enter');
  await expect(main(page)).toContainText('10% of the children looked after by Kent went missing at least once');
  await expect(page.getByRole('link', { name: said('council-link', { name: 'Kent' }) })).toHaveAttribute('href', '#council=E10000016');
  await expect(page.getByLabel(words('council-quote'))).toHaveValue(/^Kent: 10% of looked-after children .*Source: Department for Education/);
  // A name that is nobody's is asked about, and nothing is shown under it.
  await name.fill('Kemt');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Did you mean Kent?');
  await expect(main(page)).not.toContainText('children looked after by Kent');
  await page.getByLabel(words('council-choose'), { exact: true }).selectOption('Cardiff');
  await expect(main(page)).toContainText(said('council-nation', { name: 'Cardiff', nation: 'Wales' }, { within: true }));
  await page.goto(`${page.url().split('#')[0]}#council=E09000007`);
  await expect(main(page)).toContainText('children looked after by Camden');
  await page.goto(`${page.url().split('#')[0]}#council=nowhere`);
  await expect(page.getByRole('alert')).toContainText('“nowhere” is not recognised');
  expect((await new AxeBuilder({ page }).include('#main-content').analyze()).violations).toEqual([]);
});

test('a council that is chosen is in the address, takes the focus and is said aloud', async ({ calculator, page }) => {
  await page.getByRole('link', { name: words('council-title'), exact: true }).press('Enter');
  await expect(page.locator('h1')).toBeFocused();
  const said = page.locator('[aria-live="polite"]');
  const name = page.getByLabel(words('council-find'), { exact: true });
  await name.fill('Kent');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#council=E10000016$/);
  await expect(page.locator('h1')).toBeFocused();
  await expect(said).toContainText('10% of the children looked after by Kent');
  await page.reload();
  await expect(main(page)).toContainText('children looked after by Kent went missing');
  await expect(page.locator('body')).toBeFocused();
  // From the list, which keeps the focus.
  const list = page.getByLabel(words('council-choose'), { exact: true });
  await list.focus();
  await list.selectOption('Camden');
  await expect(page).toHaveURL(/#council=E09000007$/);
  await expect(list).toBeFocused();
  await expect(said).toContainText('children looked after by Camden');
  await list.selectOption(words('council-choose-none'));
  await expect(page).toHaveURL(/#council$/);
  await expect(said).toHaveText('');
  // On the map.
  const map = page.locator('figure.chart').filter({ has: page.locator('#chart-council-map') });
  await map.locator('rect[data-mark="40"]').click({ position: { x: 4, y: 4 } });
  await expect(page).toHaveURL(/#council=E\d{8}$/);
  await expect(page.locator('h1')).toBeFocused();
  // A name that may be somebody's is a way to them; the focus stays where it is mended.
  await name.fill('Brighton');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Did you mean Brighton and Hove?');
  await expect(page).toHaveURL(/#council$/);
  await expect(name).toBeFocused();
  await page.getByRole('button', { name: 'Brighton and Hove' }).press('Enter');
  await expect(page).toHaveURL(/#council=E06000043$/);
  await expect(page.locator('h1')).toBeFocused();
});

test('numbers are not broken and the sentence to quote is whole on a phone', async ({ calculator, page }) => {
  await page.setViewportSize({ width: 375, height: 740 });
  await page.goto(`${page.url().split('#')[0]}#council=E10000016`);
  await expect(main(page)).toContainText('children looked after by Kent');
  const broken = await page.evaluate(() => {
    const range = document.createRange();
    const found = [];
    for (const cell of document.querySelectorAll('.data__about')) {
      for (const text of [...cell.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)) {
        for (const { index, 0: number } of text.data.matchAll(/[\d.,%]+/g)) {
          range.setStart(text, index);
          range.setEnd(text, index + number.length);
          if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) found.push(number);
        }
      }
    }
    return found;
  });
  expect(broken).toEqual([]);
  for (const area of await page.locator('textarea:visible').all()) {
    expect(await area.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBeLessThanOrEqual(0);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
});

test('a link to a council that is shared shows its figures, without a script', async ({ calculator, page, browser }) => {
  await page.goto(`${page.url().split('#')[0]}#council=E10000016`);
  const link = page.getByRole('link', { name: said('council-page', { name: 'Kent' }) });
  const address = await link.evaluate((link) => link.href);
  expect(address).toMatch(/\/council\/E10000016\.html$/);
  // As what reads links for social media sees it.
  const context = await browser.newContext({ javaScriptEnabled: false });
  const other = await context.newPage();
  await other.goto(address);
  const meta = (name) => other.locator(`meta[property="${name}"], meta[name="${name}"]`).getAttribute('content');
  expect(await meta('og:title')).toMatch(/^Kent: 10% of looked-after children went missing at least once, year ending 31 March \d{4}$/);
  expect(await meta('og:description')).toMatch(/471 of 4,670/);
  expect(await meta('twitter:card')).toBe('summary_large_image');
  // Without the address of the site none is made up.
  expect(await meta('og:image')).toBe('E10000016.png');
  const picture = other.getByRole('img', { name: await meta('og:image:alt') });
  expect(await picture.evaluate(({ naturalWidth, naturalHeight }) => [naturalWidth, naturalHeight])).toEqual([1200, 675]);
  for (const width of [320, 1280]) {
    await other.setViewportSize({ width, height: 800 });
    expect(await other.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  }
  await context.close();
  await page.goto(address);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('link', { name: /All that is published about Kent/ }).click();
  await expect(page).toHaveURL(/\/#council=E10000016$/);
  await expect(main(page)).toContainText('children looked after by Kent');
});

test('the picture of a council can be saved and copied, with words to paste', async ({ calculator, page }) => {
  await page.goto(`${page.url().split('#')[0]}#council=E10000016`);
  const figure = page.locator('figure.chart').first();
  await expect(figure).toContainText(/Kent: 10% of looked-after children went missing at least once/);
  const download = page.waitForEvent('download');
  await figure.getByRole('button', { name: new RegExp(words('chart-png')) }).click();
  const png = await readFile(await (await download).path());
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 675]);
  await expect(figure.getByRole('button', { name: new RegExp(words('chart-copy')) })).toBeVisible();
  await figure.getByText(words('chart-words')).click();
  await expect(figure.getByRole('textbox')).toHaveValue(/471 of 4,670 children/);
});

test('a council is chosen on the map, with a click or by keyboard, which stops at the map once', async ({ calculator, page }) => {
  await page.getByRole('link', { name: words('council-title'), exact: true }).click();
  const map = page.locator('figure.chart').filter({ has: page.locator('#chart-council-map') });
  const hint = map.locator('.chart__said');
  await expect(hint).toHaveText(words('chart-hint-ways'));
  await expect(map.locator('svg [tabindex], .chart__picture[tabindex="0"]')).toHaveCount(1);
  const name = async () => /^(.*), [^,:]+: /.exec(await hint.textContent())[1];
  const shown = async (council) => {
    await expect(page.getByRole('link', { name: said('council-link', { name: council }) })).toBeVisible();
    await expect(map).toHaveCount(0);
    // What was used has gone, and the focus is on what is new.
    await expect(page.locator('h1')).toBeFocused();
    const list = page.getByLabel(words('council-choose'), { exact: true });
    await list.focus();
    await list.selectOption(words('council-choose-none'));
    await expect(map).toBeVisible();
    await expect(list).toBeFocused();
  };
  const tile = map.locator('rect[data-mark="40"]');
  const { width, height } = await tile.boundingBox();
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  await tile.hover({ position: { x: 4, y: 4 } });
  const pointed = await name();
  await tile.click({ position: { x: 4, y: 4 } });
  await shown(pointed);
  await map.locator('.chart__picture').focus();
  for (const key of ['Home', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
  await expect(map.locator('rect.mark--shown')).toHaveAttribute('data-mark', '2');
  const reached = await name();
  expect(reached).not.toBe(pointed);
  await page.keyboard.press('Enter');
  await shown(reached);
});

test('a request asks what is ticked, and the table that comes with it is read without a question', async ({ calculator, page }) => {
  const refused = [];
  page.on('console', (message) => message.text().includes('img-src') && refused.push(message.text()));
  await page.getByRole('link', { name: words('request-title'), exact: true }).press('Enter');
  await expect(page.locator('h1')).toBeFocused();
  const check = (name) => page.getByRole('checkbox', { name });
  await expect(check('Wales')).toHaveAttribute('aria-checked', 'true');
  for (const nation of ['England', 'Northern Ireland', 'Scotland']) {
    await check(nation).press('Space');
    await expect(check(nation)).toHaveAttribute('aria-checked', 'false');
  }
  await expect(main(page)).toContainText('22 authorities');
  await expect(page.getByLabel(words('request-letter'), { exact: true })).toHaveValue(/Freedom of Information Act 2000, I ask/);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: words('request-sheet-download') }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('answers-to-fill-in.csv');
  const [head, ...rows] = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
  expect(rows).toHaveLength(22);
  const filled = [head, ...rows.map((row) => `${row.replace(/,+$/, '')}${',40,10,20,2'.repeat((head.split(',').length - 3) / 4)}`)];
  expect((await new AxeBuilder({ page }).include('#main-content').analyze()).violations).toEqual([]);
  await check('Wales').press('Space');
  await expect(page.getByRole('alert')).toHaveText(words('request-incomplete'));
  await page.getByRole('link', { name: words('nav-calculator'), exact: true }).click();
  await calculator.chooseText('answers.csv', filled.join('\r\n'));
  await calculator.done();
  await expect(calculator.results).toContainText('220 of 880');
  await expect(calculator.results).toContainText('22 authorities that gave both figures');
  expect(refused).toEqual([]);
});
