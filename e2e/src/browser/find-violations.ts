import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds wrong on the page, one line for each element. */
export const findViolations = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] })`,
  )) as axe.AxeResults;
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => {
      const why = failureSummary.split('\n').slice(1).join(' ').trim();
      return `${id}: ${help} · ${html.slice(0, 200)} · ${why}`;
    }),
  );
};
