import { createHash } from 'node:crypto';
import type { SheetBody, SheetReceipt } from '@comitium/contract';

export interface BookAnswer {
  readonly status: number;
  readonly replayed: boolean;
  readonly body: Record<string, unknown>;
}

export interface BookSheet {
  id: string;
  author: string;
  revision: number;
  status: 'accepted' | 'held';
  figures: Figures;
}

type Figures = Pick<SheetBody, 'votes' | 'rejected' | 'cast' | 'registered'>;

const hash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

const statusOf = ({ votes, rejected, cast }: Figures): 'accepted' | 'held' => {
  const counted = Object.values(votes).reduce<number>((sum, count) => sum + Number(count), Number(rejected));
  return counted === cast ? 'accepted' : 'held';
};

/** What the contract says of keys, conflicts, held sheets and corrections, in memory. */
export const createSheetBook = () => {
  const sheets = new Map<string, BookSheet>();
  const byId = new Map<string, BookSheet>();
  const answers = new Map<string, { hash: string; answer: BookAnswer }>();

  const once = (place: string, body: unknown, run: () => BookAnswer): BookAnswer => {
    const earlier = answers.get(place);
    if (earlier !== undefined) {
      if (earlier.hash === hash(body)) return { ...earlier.answer, replayed: true };
      return refuse(422, 'idempotency_key_reused');
    }
    const answer = run();
    if (answer.status < 400) answers.set(place, { hash: hash(body), answer });
    return answer;
  };
  const submit = (author: string, key: string, body: SheetBody): BookAnswer =>
    once(`${author} submit ${key}`, body, () => {
      const subject = `${body.station} ${body.contest}`;
      const taken = sheets.get(subject);
      if (taken !== undefined) return refuse(409, 'sheet_exists', { sheet: { id: taken.id } });
      const { votes, rejected, cast, registered } = body;
      const figures = { votes, rejected, cast, registered };
      const status = statusOf(figures);
      const sheet: BookSheet = { id: `sheet-${byId.size + 1}`, author, revision: 1, status, figures };
      sheets.set(subject, sheet);
      byId.set(sheet.id, sheet);
      const receipt: SheetReceipt = {
        ...{ sheetId: sheet.id, revision: 1, status, warnings: [] },
        receipt: { kind: 'comitium/receipt/1', leafHash: hash(figures), leaf: '[]', salt: '' },
      };
      return { status: 201, replayed: false, body: { ...receipt } };
    });
  const correct = (key: string, id: string, body: Figures & { reason: string }): BookAnswer => {
    const sheet = byId.get(id);
    if (sheet === undefined) return refuse(404, 'sheet_not_found');
    return once(`desk correct ${key}`, body, () => {
      const { reason: _, ...figures } = body;
      Object.assign(sheet, { figures, revision: sheet.revision + 1, status: statusOf(figures) });
      return { status: 200, replayed: false, body: { id, revision: sheet.revision, status: sheet.status } };
    });
  };
  return { sheets, submit, correct };
};

export const refuse = (status: number, code: string, extra: object = {}): BookAnswer => ({
  status,
  replayed: false,
  body: { type: 'about:blank', title: code, status, code, detail: `Refused: ${code}.`, ...extra },
});
