import type { ProblemAnswer } from '../../data/problem-error.ts';
import { saveFile } from '../../data/save-file.ts';
import { sendForFile } from '../../data/send-request.ts';

export type ExportFormat = 'csv' | 'json';

/** Asks for the file and hands it to the browser to keep; answers why not. */
export const saveExport = async (
  body: Readonly<Record<string, string>> & { readonly format: ExportFormat },
): Promise<ProblemAnswer | null> => {
  const answer = await sendForFile('audit/exports', { method: 'POST', body });
  if (!answer.ok) return answer.error;
  saveFile(answer.value, `audit.${body.format}`);
  return null;
};
