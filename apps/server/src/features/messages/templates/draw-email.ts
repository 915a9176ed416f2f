// The HTML part of an e-mail: nothing is fetched when it is opened, so that nobody learns that it was; styles stand at
// the elements, because many readers drop style sheets; colours that stay readable where a reader turns them around.
import type { Language } from '@comitium/contract';

export interface EmailDrawing {
  readonly language: Language;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** Words on the button; null where there is none. */
  readonly action: string | null;
  readonly link: string | null;
  readonly code: string | null;
}

const family =
  "-apple-system,'Segoe UI',Roboto,'Noto Sans','Noto Sans Arabic','Noto Sans Georgian',sans-serif";
const paragraphStyle = 'margin:0 0 16px;font-size:16px;line-height:1.5';
const codeStyle =
  'margin:0 0 16px;padding:12px 16px;border:1px solid #8a8a94;border-radius:8px;font:600 28px/1.2 ui-monospace,Menlo,Consolas,monospace;letter-spacing:4px;text-align:center';
const buttonStyle =
  'display:inline-block;padding:12px 20px;border-radius:8px;background:#2f5bea;color:#ffffff;font-size:16px;font-weight:600;text-decoration:none';
const addressStyle = 'margin:0 0 16px;font-size:13px;line-height:1.5;word-break:break-all';

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

export const drawEmail = (drawing: EmailDrawing): string => {
  const { language, subject } = drawing;
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  return [
    '<!doctype html>',
    `<html lang="${language}" dir="${direction}">`,
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    `<title>${escapeHtml(subject)}</title></head>`,
    '<body style="margin:0;padding:24px 16px">',
    `<div dir="${direction}" style="max-width:560px;margin:0 auto;font-family:${family};text-align:start">`,
    `<h1 style="margin:0 0 16px;font-size:20px;line-height:1.3">${escapeHtml(subject)}</h1>`,
    ...body(drawing),
    '</div></body></html>',
    '',
  ].join('\n');
};

const body = ({ paragraphs, action, link, code }: EmailDrawing): string[] => {
  const [first = '', ...rest] = paragraphs.map(
    (text) => `<p style="${paragraphStyle}">${escapeHtml(text)}</p>`,
  );
  const drawn = [first];
  // Figures are read from left to right in every script.
  if (code !== null) drawn.push(`<p dir="ltr" style="${codeStyle}">${escapeHtml(code)}</p>`);
  if (link !== null) drawn.push(...button(link, action ?? link));
  return [...drawn, ...rest];
};

/** The address also stands in the open: who does not trust a button can read where it leads. */
const button = (link: string, words: string): string[] => [
  `<p style="margin:0 0 16px"><a href="${escapeHtml(link)}" style="${buttonStyle}">${escapeHtml(words)}</a></p>`,
  `<p dir="ltr" style="${addressStyle}">${escapeHtml(link)}</p>`,
];
