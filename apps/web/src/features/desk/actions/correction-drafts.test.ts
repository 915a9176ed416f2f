import { expect, it, vi } from 'vitest';
import { createCorrectionDrafts } from './correction-drafts.ts';

const createStorage = () => {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, text: string) => void items.set(key, text),
    removeItem: (key: string) => void items.delete(key),
  };
};
const draft = {
  revision: 2,
  figures: { votes: { npp: '12' }, rejected: '', cast: '12', registered: '' },
  reason: 'x',
};

it('keeps a correction until it is sent or cancelled, also when the page is loaded again', () => {
  const storage = createStorage();
  const drafts = createCorrectionDrafts(storage, 'ama');
  drafts.keep('s1', draft);
  expect(createCorrectionDrafts(storage, 'ama').get('s1')).toEqual(draft);
  expect(drafts.get('s2')).toBeNull();
  drafts.keep('s1', null);
  expect(createCorrectionDrafts(storage, 'ama').get('s1')).toBeNull();
  expect(storage.items.size).toBe(0);
});

it('shows nobody the corrections of another', () => {
  const storage = createStorage();
  createCorrectionDrafts(storage, 'ama').keep('s1', draft);
  expect(createCorrectionDrafts(storage, 'kofi').get('s1')).toBeNull();
});

it('takes what it cannot read as no draft', () => {
  const storage = createStorage();
  storage.setItem('comitium.corrections.ama', '{"half');
  expect(createCorrectionDrafts(storage, 'ama').get('s1')).toBeNull();
});

it('tells who listens, until he stops', () => {
  const drafts = createCorrectionDrafts(createStorage(), 'ama');
  const listener = vi.fn();
  const stop = drafts.subscribe(listener);
  drafts.keep('s1', draft);
  stop();
  drafts.keep('s1', null);
  expect(listener).toHaveBeenCalledOnce();
});
