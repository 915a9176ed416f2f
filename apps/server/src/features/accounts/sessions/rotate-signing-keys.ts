import type { Job } from '../../../platform/jobs/job.ts';
import type { AccountsTools } from '../accounts-tools.ts';

const dayMs = 86_400_000;

/** A new key for access tokens from time to time; nobody is signed out by it. */
export const rotateSigningKeys = ({ platform, signingKeys }: AccountsTools): Job => ({
  name: 'signing-keys.rotate',
  cron: '41 3 * * *',
  run: async () => {
    const days = platform.config.signingKeyDays;
    if (days > 0) await signingKeys.rotate(days * dayMs);
  },
});
