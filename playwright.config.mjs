import { defineConfig } from '@playwright/test';
import { chromium, flags } from './tests/browser/support/chromium.mjs';

/** Tests of what looks different on a phone; they run at both widths. */
const LAYOUT = /(layout|accessibility)\.spec\.mjs$/;

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'target/playwright',
  // A test has the page and a server to itself, so they can run side by side.
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: chromium(), args: flags },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'desktop' },
    { name: 'phone', testMatch: LAYOUT, use: { viewport: { width: 375, height: 812 }, hasTouch: true } },
  ],
});
