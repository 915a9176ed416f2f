import { invitationStates } from '@comitium/contract';
import { expect, test } from 'vitest';
import { type InvitationFacts, isOpen, stateOfInvitation } from './invitation.ts';

const now = new Date('2024-12-07T18:00:00Z');
const open: InvitationFacts = {
  approval: null,
  expiresAt: new Date('2024-12-08T00:00:00Z'),
  acceptedAt: null,
  revokedAt: null,
};
const state = (facts: Partial<InvitationFacts>) => stateOfInvitation({ ...open, ...facts }, now);

test('every state has its facts, and only two of them can still be accepted', () => {
  const seen = {
    awaiting_approval: state({ approval: 'waiting' }),
    sent: state({ approval: 'approved' }),
    accepted: state({ acceptedAt: now }),
    refused: state({ approval: 'refused', revokedAt: now }),
    revoked: state({ revokedAt: now, approval: 'withdrawn' }),
    expired: state({ expiresAt: now }),
  };
  expect(Object.keys(seen)).toEqual(expect.arrayContaining([...invitationStates]));
  for (const [name, value] of Object.entries(seen)) expect(value).toBe(name);
  expect(invitationStates.filter(isOpen)).toEqual(['awaiting_approval', 'sent']);
});

test('what was accepted stays so after its time, and what ended in time is not called expired', () => {
  const late = { expiresAt: new Date(0) };
  expect(state({ ...late, acceptedAt: now })).toBe('accepted');
  expect(state({ ...late, revokedAt: now })).toBe('revoked');
  expect(state({ ...late, approval: 'waiting' })).toBe('expired');
});
