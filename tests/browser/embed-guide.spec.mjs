// The guide to embedding, followed to the letter: what it names is taken from its own text.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Calculator } from './support/calculator.mjs';
import { expect, frameOf, pinned, samples, test } from './support/embed.mjs';
import { words } from './support/words.mjs';

const GUIDE = await readFile('docs/embedding.md', 'utf8');
const ANSWERS = await readFile(samples.answers[0], 'utf8');

/** What is below a heading of the guide, up to the next one. */
const section = (heading) => GUIDE.split(`\n## ${heading}\n`)[1].split(/\n##+ /)[0];
/** What a text names: *Copy*, `answers.csv`. */
const named = (text) => [...text.matchAll(/\*([^*]+)\*|`([^`]+)`/g)].map(([, label, code]) => label ?? code);
const chooses = async (page, label, start) => {
  const list = page.getByLabel(label, { exact: true });
  const options = await list.locator('option').allTextContents();
  await list.selectOption({ label: options.find((option) => option.startsWith(start)) });
};
/** The text that a button copies. Pages beside this one may copy too, so it is known by a part of it. */
const copied = async (page, button, part) => {
  let text;
  await expect(async () => {
    await button.click();
    text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain(part);
  }).toPass();
  return text;
};

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

test('one headline in the five steps of the guide', async ({ page, shared, hostPage }) => {
  const steps = section('One headline, in five steps').split(/^\d\. /m).slice(1).map((step) => step.split('\n\n')[0].replace(/\s+/g, ' '));
  expect(steps).toHaveLength(5);

  // 1. The file is on the person's own site, and its address can be opened.
  const [example] = named(steps[0]);
  const file = example.split('/').pop();
  const site = await hostPage('', { [file]: ANSWERS });
  const address = site.url + file;
  expect((await page.request.get(address)).status()).toBe(200);

  // 2. The page of the calculator that makes the code.
  const [embed, purpose, figures] = named(steps[1]);
  await page.goto(shared.url);
  await new Calculator(page).chooseButton().waitFor();
  await page.getByRole('link', { name: embed, exact: true }).click();
  await chooses(page, purpose, figures);
  expect(steps[1]).toContain('type the address of your file');
  await page.getByLabel(/^Address of your/).fill(address);

  // 3. One headline, and the group.
  const [what, headline] = named(steps[2]);
  await chooses(page, what, headline);
  expect(steps[2]).toContain('the group of children');
  await chooses(page, 'Group of children', 'Unaccompanied');
  // The preview is there at once, with a sample.
  await expect((await frameOf(page)).getByText('1,501 of 11,999').first()).toBeVisible();

  // 4. The first button of that name is below the code.
  const [copy] = named(steps[3]);
  const code = await copied(page, page.getByRole('button', { name: copy, exact: true }).first(), address);

  // 5. Pasted as it is, into a page of the same site.
  expect(steps[4]).toContain('as HTML');
  await writeFile(join(site.folder, 'page.html'), `<!doctype html><html lang="en"><title>Ours</title><body><h1>Ours</h1>${code}`);
  await page.goto(`${site.url}page.html`);
  await expect((await frameOf(page)).getByText('1,501 of 11,999').first()).toBeVisible();
});

test('the preview shows every group that is offered, or says which it shows', async ({ page, shared }) => {
  await page.goto(`${shared.url}embed.html`);
  await chooses(page, 'What it is for', 'Figures');
  for (const show of ['One headline', 'One map', 'One table']) {
    await chooses(page, 'What is shown of them', show);
    for (const group of ['The first', 'All looked-after', 'Unaccompanied', 'Trafficked', 'Children both']) {
      await chooses(page, 'Group of children', group);
      const frame = await frameOf(page);
      await expect(frame.locator('.figure .card, .figure .chart, .figure .data').first(), `${show} ${group}`).toBeVisible();
      await expect(frame.getByText(words('figure-none')), `${show} ${group}`).toHaveCount(0);
      await expect(page.locator('#preview-note')).toBeVisible({ visible: group === 'Children both' });
    }
  }
  expect(await page.locator('#code').inputValue()).toContain('cohort="trafficked-and-unaccompanied"');
});

/** What a site that removes scripts leaves of some code: no script, no element that HTML does not have, no handler. */
const stripped = (page, code) =>
  page.evaluate((code) => {
    const body = new DOMParser().parseFromString(code, 'text/html').body;
    for (const element of body.querySelectorAll('*')) {
      if (element.localName === 'script' || element.localName.includes('-')) element.replaceWith(...element.childNodes);
      for (const name of element.getAttributeNames()) if (name.startsWith('on')) element.removeAttribute(name);
    }
    return body.innerHTML;
  }, code);

const STRICT = (origin) => ({ 'content-security-policy': `default-src 'none'; script-src 'none'; frame-src ${origin}; img-src data:` });

test('one council on a site that removes scripts', async ({ page, shared, hostPage }) => {
  await page.goto(`${shared.url}embed.html`);
  await chooses(page, 'What it is for', 'One council');
  await page.getByLabel('Code of the council').fill('E10000016');
  const code = await stripped(page, await copied(page, page.locator('[data-copy="plain"]'), 'E10000016'));
  const host = await hostPage(code, {}, STRICT(new URL(shared.url).origin));
  await page.goto(host.url);
  const frame = await (await page.locator('main > iframe').elementHandle()).contentFrame();
  await expect(frame.getByText(/children looked after by Kent/).first()).toBeVisible();
});

test('the frame of the guide works as it stands there', async ({ page, shared, hostPage }) => {
  const [code] = /<iframe[^]*?<\/iframe>/.exec(section('Without a script of ours'));
  const { frame: path } = await pinned();
  const here = code.replace(/https:\/\/…\/embed\/missing-from-care-[0-9a-f]+\.html/, shared.url + path);
  expect(here).not.toContain('…');
  await page.goto(shared.url);
  const host = await hostPage(await stripped(page, here), {}, STRICT(new URL(shared.url).origin));
  await page.goto(host.url);
  const frame = await (await page.locator('main > iframe').elementHandle()).contentFrame();
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText(words('quick-title'));
});

test('a site that removes scripts can hand no file over, and the maker says so', async ({ page, shared }) => {
  await page.goto(`${shared.url}embed.html`);
  await chooses(page, 'What it is for', 'Figures');
  await expect(page.locator('#plain')).toBeHidden();
  await expect(page.getByText('A site that removes scripts cannot hand your file to the frame')).toBeVisible();
});
