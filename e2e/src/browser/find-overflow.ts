import type { Page } from 'playwright-core';

/** What makes a page wider than its window, the outermost elements first; nothing where it fits. */
export const findOverflow = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll('body *')].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return left < -1 || right > width + 1;
    });
    return ['wider than the window', ...wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))];
  })()`);
