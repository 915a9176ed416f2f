// What can be said to people: the names of the texts, what each needs to know, and how long it is of use.

interface TemplateFacts {
  /** Every value that its texts name; `link` becomes the button of an e-mail, `code` is shown large. */
  readonly values: readonly string[];
  /** Sent later than this it would only confuse: the message then expires. */
  readonly lifeMinutes: number;
}

const hour = 60;
const day = 24 * hour;

export const messageTemplates = {
  sign_in_code: { values: ['code', 'minutes'], lifeMinutes: 5 },
  verify_email: { values: ['link'], lifeMinutes: day },
  reset_password: { values: ['link'], lifeMinutes: hour },
  change_email: { values: ['link'], lifeMinutes: day },
  change_phone: { values: ['code'], lifeMinutes: 5 },
  invitation: { values: ['link', 'role', 'inviter'], lifeMinutes: 7 * day },
  new_device: { values: ['device', 'time'], lifeMinutes: day },
  security_alert: { values: ['text'], lifeMinutes: day },
  export_ready: { values: ['link'], lifeMinutes: day },
} as const satisfies Record<string, TemplateFacts>;

export type MessageTemplate = keyof typeof messageTemplates;

/** One template in one language. Values stand in braces: `{code}`. */
export interface MessageText {
  /** The line that an e-mail is listed by, and the title of a push message. */
  readonly subject: string;
  /** Paragraphs; the first one is also what a push message says. */
  readonly body: readonly string[];
  /** On the button that opens `link`. */
  readonly action?: string;
  /** The whole of an SMS; one segment for codes: 160 characters of GSM 03.38, or 70 in Arabic and Georgian. */
  readonly sms: string;
}

export type MessageTexts = Readonly<Record<MessageTemplate, MessageText>>;
