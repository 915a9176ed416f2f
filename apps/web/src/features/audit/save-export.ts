import type { ProblemAnswer } from '../../data/problem-error.ts';
import { sendForFile } from '../../data/send-request.ts';

export type ExportFormat = 'csv' | 'json';

/** Asks for the file and hands it to the browser to keep; answers why not. */
export const saveExport = async (
  body: Readonly<Record<string, string>> & { readonly format: ExportFormat },
): Promise<ProblemAnswer | null> => {
  const answer = await sendForFile('audit/exports', { method: 'POST', body });
  if (!answer.ok) return answer.error;
  const address = URL.createObjectURL(answer.value);
  const link = document.createElement('a');
  link.href = address;
  link.download = `audit.${body.format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return null;
};
