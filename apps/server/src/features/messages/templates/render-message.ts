import type { Language } from '@comitium/contract';
import { drawEmail } from './draw-email.ts';
import {
  type MessageTemplate,
  type MessageText,
  type MessageTexts,
  messageTemplates,
} from './message-templates.ts';
import { fitsOneSegment } from './sms-segments.ts';
import { textsAr } from './texts-ar.ts';
import { textsEn } from './texts-en.ts';
import { textsFr } from './texts-fr.ts';
import { textsKa } from './texts-ka.ts';

export type MessageValues = Readonly<Record<string, string>>;

export interface Words {
  readonly template: MessageTemplate;
  readonly language: Language;
  readonly values: MessageValues;
}

/** An e-mail in both of its forms. */
export interface EmailContent {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface PushContent {
  readonly title: string;
  readonly body: string;
  /** Where a click leads; null opens the program. */
  readonly link: string | null;
}

const textsIn: Readonly<Record<Language, MessageTexts>> = {
  en: textsEn,
  fr: textsFr,
  ar: textsAr,
  ka: textsKa,
};

/** Throws where a value is missing: whoever sends a message owes all of them. */
export const checkValues = (template: MessageTemplate, values: MessageValues): void => {
  const missing = messageTemplates[template].values.filter((name) => (values[name] ?? '') === '');
  if (missing.length > 0) throw new Error(`the message ${template} lacks ${missing.join(', ')}`);
};

/** `host` binds a code to this site (the form that browsers fill in by themselves), where it fits the segment. */
export const renderSms = ({ template, language, values }: Words, host: string): string => {
  const text = fill(textsIn[language][template].sms, values);
  if (values.code === undefined) return text;
  const bound = `${text}\n\n@${host} #${values.code}`;
  return fitsOneSegment(bound) ? bound : text;
};

export const renderEmail = ({ template, language, values }: Words): EmailContent => {
  const { subject, paragraphs, action } = filled(textsIn[language][template], values);
  const link = values.link ?? null;
  const text = [...paragraphs, ...(link === null ? [] : [link])].join('\n\n');
  const html = drawEmail({ language, subject, paragraphs, action, link, code: values.code ?? null });
  return { subject, text: `${text}\n`, html };
};

export const renderPush = ({ template, language, values }: Words): PushContent => {
  const { subject, paragraphs } = filled(textsIn[language][template], values);
  return { title: subject, body: paragraphs[0] ?? '', link: values.link ?? null };
};

const filled = ({ subject, body, action }: MessageText, values: MessageValues) => ({
  subject: fill(subject, values),
  paragraphs: body.map((paragraph) => fill(paragraph, values)),
  action: action ?? null,
});

/** Values are one line each: a name with a line break in it must not begin a new header or paragraph. */
const fill = (text: string, values: MessageValues): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => oneLine(values[name] ?? ''));

const oneLine = (value: string): string => value.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
