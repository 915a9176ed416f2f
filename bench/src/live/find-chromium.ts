import { hasProgram } from '../running/has-program.ts';

/** A Chromium that is here; nothing is installed for a benchmark. */
export const findChromium = (): string | undefined =>
  [process.env['CHROMIUM_PATH'] ?? '', 'chromium', 'chromium-browser', 'google-chrome'].find(
    (name) => name !== '' && hasProgram(name),
  );
