// A table of ten thousand rows, and what the page does while it is used.

export const ROWS = 10_000;

/** Answers with so many wordings, no two alike. */
export function manyWordings() {
  const names = ['Kent', 'Surrey', 'Leeds', 'York', 'Derby'];
  const line = (n) => `${names[n % names.length]},${2000 + (n % 20)},100,about ${String(n).padStart(5, '0')} perhaps\n`;
  return `Authority,Year,UASC,UASC missing\n${Array.from({ length: ROWS }, (_, n) => line(n)).join('')}`;
}

/** Runs in the page: adds up how long tasks and layout shifts take from now on. */
export function watch() {
  globalThis.seen = { longest: 0, shift: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.longest = Math.max(seen.longest, entry.duration);
  }).observe({ type: 'longtask' });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.shift += entry.value;
  }).observe({ type: 'layout-shift' });
}

/** What was seen while `does` was done, until everything is painted. */
export async function seenWhile(page, does) {
  await page.evaluate(() => Object.assign(seen, { longest: 0, shift: 0 }));
  await does();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 200))));
  return page.evaluate(() => seen);
}
