import AxeBuilder from '@axe-core/playwright'
import chromium from '@sparticuz/chromium'
import { type Browser, chromium as playwright, type Page } from 'playwright-core'

/**
 * The package's own flags keep everything in one process, which ends when the first context closes.
 * These let it run as root, and keep it from looking for the outside world.
 */
const FLAGS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Headless Chromium from the npm package: nothing of the machine is needed. */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: FLAGS,
    headless: true,
  })
}

/**
 * What axe finds against WCAG 2.2 A and AA, a line each; empty when nothing. A dialog that is still coming
 * up has half of its colour: what is looked at has arrived.
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await arrive(page)
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary ?? ''}`),
  )
}

/**
 * Puts the whole system into light or dark, and waits until the page has followed. A colour that is
 * still on its way to another is neither: what is looked at has arrived.
 */
export async function adoptScheme(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme })
  await page.locator(`:root[data-mantine-color-scheme="${scheme}"]`).waitFor()
  await arrive(page)
}

/** Ends what is on its way: colours, and dialogs that come up. */
async function arrive(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const moving = () => document.getAnimations().filter((one) => one instanceof CSSTransition)
    // Transitions begin with the frame that follows a change of style, and one may follow another.
    for (let round = 0; round < 3; round++) {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      for (const transition of moving()) transition.finish()
    }
  })
}

/** Words that stick out of what holds them sideways: a page must never scroll sideways itself. */
export async function sidewaysOverflowPx(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
}
