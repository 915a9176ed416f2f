/** “2.5”, “2,5” or “2.5 %” → 0.025; null where it is no share between nothing and all. */
export const readShare = (text: string): number | null => {
  const digits = text.trim().replace(/\s*%$/, '').replace(',', '.');
  if (!/^\d{1,3}(\.\d+)?$/.test(digits)) return null;
  const share = Math.round(Number(digits) * 1000) / 100_000;
  return share <= 1 ? share : null;
};

/** 0.025 → “2.5”, as it stands in a field. */
export const showShare = (share: number | undefined): string =>
  share === undefined ? '' : String(Math.round(share * 100_000) / 1000);
