const months = [
  'იანვარი',
  'თებერვალი',
  'მარტი',
  'აპრილი',
  'მაისი',
  'ივნისი',
  'ივლისი',
  'აგვისტო',
  'სექტემბერი',
  'ოქტომბერი',
  'ნოემბერი',
  'დეკემბერი',
];

const monthOf = (at: Date): string => months[at.getMonth()] ?? '';
const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** 7 დეკემბერი, 2024. Written here, because Chromium has no months in Georgian; of a day that began at midnight UTC. */
export const georgianDay = (at: Date): string =>
  `${at.getUTCDate()} ${months[at.getUTCMonth()] ?? ''}, ${at.getUTCFullYear()}`;

/** 21:04, 6 დეკ, 21:04 or 6 დეკ, 2023, 21:04, in the reader's zone. */
export const georgianTime = (
  at: Date,
  { withDay, withYear }: { withDay: boolean; withYear: boolean },
): string => {
  const day = withDay ? [`${at.getDate()} ${monthOf(at).slice(0, 3)}`] : [];
  const year = withYear ? [String(at.getFullYear())] : [];
  return [...day, ...year, `${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`].join(', ');
};
