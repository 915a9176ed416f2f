// Every page in every state worth looking at, with what stands on it when it is ready.
import type { Locator, Page } from 'playwright-core';
import { electionCode } from '../nation/nation-shape.ts';
import { administrator, type Credentials } from '../program/installation.ts';
import { people } from './story-nation.ts';

export interface VisitedPage {
  readonly name: string;
  readonly path: string;
  /** Nobody where it is absent. */
  readonly as?: Credentials;
  /** An address below an election that shows nothing of it: elsewhere it is said that its stations are simulated. */
  readonly showsNothing?: true;
  readonly ready: (page: Page) => Locator;
}

const election = `/elections/${electionCode}`;
const heading = (name: string | RegExp, level?: number) => (page: Page) =>
  page.getByRole('heading', { name, ...(level === undefined ? {} : { level }) }).first();
const row = (name: RegExp) => (page: Page) => page.getByRole('row', { name }).first();
const { correspondent, presenter, desk } = people;

export const visitedPages: readonly VisitedPage[] = [
  { name: 'home', path: '/', ready: heading('Land votes 2024') },
  { name: 'the map of the country', path: election, ready: row(/^Region 1/) },
  { name: 'the map of a region', path: `${election}?area=L-1&level=region`, ready: row(/^District 1-1/) },
  {
    name: 'the stations of a district',
    path: `${election}?area=L-1-1&level=district`,
    ready: row(/^Station 1-1-1/),
  },
  {
    name: 'a place without a report',
    path: `${election}?area=L-3&level=region`,
    ready: row(/^District 3-1/),
  },
  {
    name: 'a station with its proof',
    path: `${election}?area=L-1-1-1&level=station`,
    ready: (page) => page.getByText(/its proof leads to the signed log/),
  },
  { name: 'the check of the results', path: '/verify', ready: heading('Check the results', 1) },
  { name: 'the count of a ballot file', path: '/count', ready: heading('Count ballots', 1) },
  { name: 'the hexagons', path: `${election}?race=parliament&view=hex`, ready: row(/^Region 1/) },
  {
    name: 'an election that is not there',
    path: '/elections/nowhere',
    showsNothing: true,
    ready: (page) => page.getByRole('main').getByRole('heading'),
  },
  {
    name: 'an address that leads nowhere',
    path: '/nowhere',
    ready: heading('There is nothing at this address'),
  },
  {
    name: 'the presenter’s page, refused',
    path: `${election}/presenter`,
    showsNothing: true,
    ready: heading('You may not see this page'),
  },
  {
    name: 'the presenter’s page',
    path: `${election}/presenter`,
    as: presenter,
    ready: heading('Biggest movements'),
  },
  { name: 'the wall', path: `${election}/wall`, ready: heading(/./, 1) },
  { name: 'sign-in', path: '/sign-in', ready: heading('Sign in') },
  { name: 'joining', path: '/join', ready: heading('Join', 1) },
  { name: 'a forgotten password', path: '/forgot-password', ready: heading('Set a new password', 1) },
  {
    name: 'a password to be set',
    path: '/reset-password#token=none',
    ready: heading('Your new password', 1),
  },
  { name: 'a link that was cut', path: '/reset-password', ready: heading('The link is not whole', 1) },
  { name: 'a sign-up to confirm', path: '/sign-up/confirm#token=none', ready: heading('Almost there', 1) },
  { name: 'a change to confirm', path: '/confirm-change#token=none', ready: heading('Is this right?', 1) },
  { name: 'one’s account', path: '/account', as: desk, ready: heading('Your data', 2) },
  { name: 'an account, refused', path: '/account', ready: heading('You may not see this page') },
  {
    name: 'the stations of a correspondent',
    path: `${election}/send`,
    as: correspondent,
    ready: (page) => page.getByRole('link', { name: /Station 1-1-1/ }),
  },
  {
    name: 'a sheet to fill in',
    path: `${election}/send?station=L-1-2-2`,
    as: correspondent,
    ready: (page) => page.getByLabel('Ama Mensah'),
  },
  {
    name: 'a sheet that was sent',
    path: `${election}/send?station=L-1-1-1&contest=president`,
    as: correspondent,
    ready: (page) => page.getByText(/Arrived at/),
  },
  {
    name: 'what is kept on the device',
    path: `${election}/send?view=outbox`,
    as: correspondent,
    ready: heading('Kept on this device'),
  },
  { name: 'the desk', path: `${election}/desk`, as: desk, ready: heading(/./, 1) },
  { name: 'the desk, found by its people', path: '/desk', as: desk, ready: heading('Desk', 1) },
  {
    name: 'the desk’s conflicts',
    path: `${election}/desk?tab=conflicts`,
    as: desk,
    ready: heading('Desk', 1),
  },
  {
    name: 'a new password',
    path: '/sign-in?view=password',
    as: desk,
    ready: (page) => page.getByLabel('Present password'),
  },
  {
    name: 'security',
    path: '/security',
    as: desk,
    ready: heading('Where you are signed in'),
  },
  { name: 'set-up', path: '/set-up', as: administrator, ready: heading(/./, 1) },
  ...['ballots', 'assignments', 'imports', 'people'].map((section) => ({
    name: `set-up, ${section}`,
    path: `/set-up?section=${section}&election=${electionCode}`,
    as: administrator,
    ready: heading(/./, 2),
  })),
  {
    name: 'set-up, the checks of sheets',
    path: `/set-up?election=${electionCode}&edit=rules`,
    as: administrator,
    ready: (page) => page.getByLabel(/standard deviations/),
  },
  {
    name: 'set-up, a second round',
    path: `/set-up?election=${electionCode}&edit=run-off`,
    as: administrator,
    ready: (page) => page.getByRole('group', { name: 'President' }),
  },
  { name: 'the local mailbox', path: '/dev/mailbox', ready: heading('Local mailbox') },
  {
    name: 'the dead letters, refused',
    path: '/admin/dead-letters',
    as: desk,
    ready: heading('You may not see this page'),
  },
  {
    name: 'the audit',
    path: '/admin/audit',
    as: administrator,
    ready: (page) => page.getByRole('list', { name: 'Entries, newest first' }),
  },
  {
    name: 'the audit, refused',
    path: '/admin/audit',
    as: desk,
    ready: heading('You may not see this page'),
  },
  {
    name: 'the people',
    path: '/admin',
    as: administrator,
    ready: (page) => page.getByRole('list', { name: 'People' }),
  },
  {
    name: 'the invitations',
    path: '/admin?section=invitations',
    as: administrator,
    ready: heading('Invitations', 2),
  },
  {
    name: 'the approvals',
    path: '/admin?section=approvals',
    as: administrator,
    ready: heading('Nothing waits for you'),
  },
  {
    name: 'the administration, refused',
    path: '/admin',
    as: desk,
    ready: heading('You may not see this page'),
  },
  {
    name: 'a person who is not there',
    path: '/admin/people/nobody',
    as: administrator,
    ready: (page) => page.getByRole('main').getByRole('heading'),
  },
  { name: 'a link without its invitation', path: '/invitation', ready: heading(/cannot be accepted/) },
  {
    name: 'the dead letters',
    path: '/admin/dead-letters',
    as: administrator,
    ready: heading('No dead letters'),
  },
];
