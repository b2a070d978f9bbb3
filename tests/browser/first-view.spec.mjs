// The answer, or the one question that stops it, is in view once files are chosen.

import { Calculator } from './support/calculator.mjs';
import { endOf, made } from './support/made.mjs';
import { expect, samples, test } from './support/test.mjs';
import { words } from './support/words.mjs';

/** Chooses files as a person does, and leaves the list of files as it is then. */
async function chosen(page, site, files) {
  const calculator = new Calculator(page);
  await calculator.open(site.url);
  const chooser = page.waitForEvent('filechooser');
  await calculator.chooseButton().click();
  await (await chooser).setFiles(files);
  await expect(page.locator('.parts')).toBeVisible();
  await page.evaluate(() => scrollTo(0, 0));
  return calculator;
}

/** How far down the page something ends. */
const bottom = async (what) => {
  const box = await what.boundingBox();
  return box.y + box.height;
};

// The large share on a phone, where everything above it takes a line of its own.
for (const which of ['return', 'answers']) {
  test(`the share of the sample ${which} is in the first view of a phone`, async ({ page, site }) => {
    await page.setViewportSize({ width: 375, height: 740 });
    await chosen(page, site, samples[which]);
    expect(await bottom(page.locator('.card').first().getByText(/^\d+\.\d%$/).first())).toBeLessThan(740);
  });
}

test('the share is in the first view of a phone in the whole report, with a question that is open too', async ({ page, site }) => {
  await page.setViewportSize({ width: 375, height: 740 });
  const open = { name: 'open.csv', mimeType: 'text/csv', buffer: Buffer.from('Authority,Year,UASC,UASC missing\nKent,2024,100,12\nLeeds,2024,90,a few\n') };
  await chosen(page, site, [open]);
  await page.evaluate(() => (location.hash = 'whole'));
  await expect(page.locator('.section').first()).toBeVisible();
  await page.evaluate(() => scrollTo(0, 0));
  expect(await bottom(page.locator('.section .card').first().getByText(/^\d+\.\d%$/).first())).toBeLessThan(740);
  await expect(page.locator('.section').first()).toContainText('1 wording that was not understood');
});

test('the comparison opens with its chart', async ({ page, site }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  const calculator = await chosen(page, site, samples.answers);
  await calculator.part('part-compare');
  await page.evaluate(() => scrollTo(0, 0));
  const chart = await page.locator('.part .chart').first().boundingBox();
  expect(chart.y).toBeLessThan(500);
  expect((await page.locator('.part .controls').first().boundingBox()).y).toBeGreaterThan(chart.y);
});

// An analyst checks the return each month, so most returns stop within their year. That is said in one line, which opens.
for (const [width, height] of [[1280, 720], [375, 740]]) {
  test(`the share of a return that stops within its year is in the first view of ${width} pixels`, async ({ page, site }) => {
    await page.setViewportSize({ width, height });
    await chosen(page, site, made(2025, new Date(Date.UTC(2024, 8, 30))));
    expect(await bottom(page.locator('.card').first().getByText(/^\d+\.\d%$/).first())).toBeLessThan(height);
    await expect(page.locator('.coverage')).toContainText('30 September 2024');
    await page.locator('.coverage summary').first().press('Enter');
    await expect(page.getByRole('button', { name: 'It is complete to 31 March 2025' })).toBeVisible();
  });
}

// Month by month: last year's return and this year's, as far as it goes.
test('the share of a year and of the months since is in the first view of a phone, whoever it is of', async ({ page, site }) => {
  await page.setViewportSize({ width: 375, height: 740 });
  await chosen(page, site, [...made(2026, endOf(2026)), ...made(2027, new Date(Date.UTC(2026, 9, 31)))]);
  const share = page.locator('.card').first().getByText(/^\d+\.\d%$/).first();
  expect(await bottom(share)).toBeLessThan(740);
  await expect(page.locator('.coverage')).toContainText('31 October 2026');
  await page.getByLabel(words('standing-pick')).selectOption('Bournemouth, Christchurch and Poole');
  await expect(page.locator('.card__area').first()).toHaveText('Bournemouth, Christchurch and Poole');
  await page.evaluate(() => scrollTo(0, 0));
  expect(await bottom(share)).toBeLessThan(740);
});

for (const [width, height] of [[1280, 720], [375, 740]]) {
  test(`the longest name of an authority is not cut off at ${width} pixels`, async ({ page, site }) => {
    await page.setViewportSize({ width, height });
    await chosen(page, site, samples.return);
    const pick = page.getByLabel(words('standing-pick'));
    await pick.selectOption('Bournemouth, Christchurch and Poole');
    const [room, needed] = await pick.evaluate((select) => {
      const style = getComputedStyle(select);
      const pen = document.createElement('canvas').getContext('2d');
      pen.font = style.font;
      const inside = select.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      // The arrow is inside too.
      return [inside - 16, pen.measureText(select.selectedOptions[0].text).width];
    });
    expect(room).toBeGreaterThanOrEqual(needed);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wider).toBeLessThanOrEqual(0);
  });
}

for (const which of ['return', 'answers']) {
  test(`the share of the sample ${which} is in the first view, its files folded into one line`, async ({ page, site }) => {
    await page.setViewportSize({ width: 1280, height: 720 });
    const { files } = await chosen(page, site, samples[which]);
    expect(await bottom(page.locator('.card').first().getByText(/^\d+\.\d%$/).first())).toBeLessThan(720);
    await expect(files.getByRole('listitem')).toHaveCount(0);
    await expect(files).toContainText(`${samples[which].length} file`);
    // All of them are one press away.
    const show = files.getByRole('button', { name: words('files-show') });
    await show.focus();
    await page.keyboard.press('Enter');
    await expect(files.getByRole('listitem')).toHaveCount(samples[which].length);
    await expect(files.getByRole('button', { name: words('files-hide') })).toBeFocused();
  });
}

test('a file that a person has to look at stays listed, and what stops the answer is in view', async ({ page, site }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  const unknown = { name: 'odd.csv', mimeType: 'text/csv', buffer: Buffer.from('Colour,Shape\nred,round\n') };
  const without = samples.return.filter((file) => !file.endsWith('missing.csv'));
  const calculator = await chosen(page, site, without);
  await page.locator('#choose-input').setInputFiles([unknown]);
  await expect(calculator.file('odd.csv')).toBeVisible();
  await expect(calculator.file('header.csv')).toHaveCount(0);
  await expect(page.locator('.coverage .weak').first()).toBeVisible();
  expect(await bottom(page.locator('.coverage .weak').first())).toBeLessThan(720);
});
