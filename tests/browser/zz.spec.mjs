import { samples, test, expect } from './support/test.mjs';
const answers = `Authority,Year,UASC,UASC missing
Kent,2024,300,61
Surrey,2024,80,20
Leeds,2024,120,Refused s12
Hull,2024,90,Not held
York,2024,40,<5
Derby,2024,Refused under section 40,Refused under section 40
Cardiff,2024,50,9
Glasgow City,2024,150,33
`;
const older = answers.replace('Kent,2024,300,61', 'Kent,2024,300,59').replace('Cardiff,2024,50,9', 'Cardiff,2024,No reply,No reply');
for (const width of [1280, 375]) {
  test(`look ${width}`, async ({ calculator, page }) => {
    await page.setViewportSize({ width, height: 800 });
    await calculator.chooseText('answers old.csv', older);
    await calculator.chooseText('answers.csv', answers);
    await calculator.done();
    await calculator.part('part-answers');
    await page.screenshot({ path: `/tmp/shot-answers-${width}.png`, fullPage: true });
    const pick = page.getByLabel(/earlier version/).first();
    if (await pick.count()) { await pick.selectOption({ label: 'answers old.csv' }).catch(() => {}); }
    await page.waitForTimeout(1500);
    await page.screenshot({ path: `/tmp/shot-versions-${width}.png`, fullPage: true });
    await calculator.part('part-compare');
    await page.getByLabel(/What the tiles show/).selectOption('answered').catch(async () => page.getByLabel(/What the tiles show/).selectOption({ index: 1 }));
    await page.waitForTimeout(1000);
    const map = page.getByRole('figure').filter({ hasText: /Who answered/ }).first();
    await map.scrollIntoViewIfNeeded();
    await map.screenshot({ path: `/tmp/shot-map-${width}.png` });
  });
}
