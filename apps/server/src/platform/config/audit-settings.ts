import { setting } from './setting.ts';
import { hours, port, seconds, text, timeZone } from './setting-kinds.ts';

/** What the audit finds odd. */
export const auditSettings = {
  failuresToAlert: setting(
    'COMITIUM_ALERT_FAILURES',
    port,
    20,
    'Refusals of one account or one network within the window that raise an alert.',
  ),
  failureWindow: setting('COMITIUM_ALERT_WINDOW_SECONDS', seconds, 600, 'That window.'),
  exportsPerHour: setting(
    'COMITIUM_ALERT_EXPORTS',
    port,
    3,
    'Exports of one person within an hour that raise an alert.',
  ),
  nightHours: setting(
    'COMITIUM_NIGHT_HOURS',
    hours,
    { from: 23, to: 5 },
    'Hours in which a change of rights raises an alert, such as 23-5; off for none.',
  ),
  timeZone: setting('COMITIUM_TIME_ZONE', timeZone, 'UTC', 'Time zone of those hours, such as Asia/Tbilisi.'),
  networksFile: setting(
    'COMITIUM_NETWORKS_FILE',
    text,
    '',
    'CSV of network,latitude,longitude; with it, sign-ins from places too far apart raise an alert. Empty looks for none.',
  ),
  fastestTravel: setting('COMITIUM_ALERT_TRAVEL_KMH', port, 1000, 'Kilometres an hour that nobody travels.'),
} as const;
