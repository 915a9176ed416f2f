import { err, ok, type Result } from '@comitium/basics';
import proxyAddr from '@fastify/proxy-addr';

/** How a setting is read from text; an error says what would have been right. */
export interface SettingKind<T> {
  readonly form: string;
  parse(text: string): Result<T, string>;
}

export const text: SettingKind<string> = { form: 'text', parse: (value) => ok(value) };

export const country: SettingKind<string> = {
  form: 'GE',
  parse: (value) => (/^[A-Z]{2}$/.test(value) ? ok(value) : err('must be a country of two capital letters')),
};

/** Empty, or what the driver takes for a PostgreSQL; anything else it would take for the name of a host. */
export const postgresUrl: SettingKind<string> = {
  form: 'postgresql://user@host/database',
  parse: (value) =>
    value === '' || /^(?:postgres(?:ql)?:\/\/|socket:|\/)/.test(value)
      ? ok(value)
      : err('must be an address such as postgresql://user@host/database'),
};

const wholeNumber = (form: string, most: number): SettingKind<number> => ({
  form,
  parse: (value) => {
    const number = Number(value);
    const fits = /^\d+$/.test(value) && number <= most;
    return fits ? ok(number) : err(`must be a whole number from 0 to ${most}`);
  },
});

export const port = wholeNumber('number', 65535);
export const count = wholeNumber('number', 10 ** 6);
export const bytes = wholeNumber('bytes', 2 ** 40);
export const seconds = wholeNumber('seconds', 10 ** 9);

export const flag: SettingKind<boolean> = {
  form: 'true | false',
  parse: (value) =>
    value === 'true' || value === 'false' ? ok(value === 'true') : err('must be true or false'),
};

const splitList = (value: string): string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

export const list: SettingKind<readonly string[]> = {
  form: 'a,b,c',
  parse: (value) => ok(splitList(value)),
};

/** Addresses and CIDR ranges; the reader's own complaint names the one that is neither. */
export const addressRanges: SettingKind<readonly string[]> = {
  form: 'a,b,c',
  parse: (value) => {
    const ranges = splitList(value);
    try {
      proxyAddr.compile(ranges);
      return ok(ranges);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return err(`must be addresses or ranges such as 10.0.0.0/8 (${error.message})`);
    }
  },
};

export const choice = <const T extends readonly string[]>(among: T): SettingKind<T[number]> => ({
  form: among.join(' | '),
  parse: (value) => (among.includes(value) ? ok(value) : err(`must be one of ${among.join(', ')}`)),
});

const headerName = /^[\w!#$%&'*+.^`|~-]+$/;
const headerValue = /^[\t\x20-\x7e]*$/;

/** Request headers as a JSON object. */
export const headers: SettingKind<Readonly<Record<string, string>>> = {
  form: '{"name":"value"}',
  parse: (value) => {
    const problem = err('must be a JSON object of header names and values');
    try {
      const given: unknown = JSON.parse(value);
      if (typeof given !== 'object' || given === null || Array.isArray(given)) return problem;
      const entries: [string, unknown][] = Object.entries(given);
      const read: [string, string][] = [];
      for (const [name, text] of entries) {
        if (typeof text !== 'string' || !headerName.test(name) || !headerValue.test(text)) return problem;
        read.push([name, text]);
      }
      return ok(Object.fromEntries(read));
    } catch {
      return problem;
    }
  },
};

/** From one full hour to another, over midnight where the second is the smaller. */
export interface Hours {
  readonly from: number;
  readonly to: number;
}

export const hours: SettingKind<Hours | null> = {
  form: '23-5 | off',
  parse: (value) => {
    if (value === 'off') return ok(null);
    const found = /^(\d{1,2})-(\d{1,2})$/.exec(value);
    const [from, to] = [Number(found?.[1]), Number(found?.[2])];
    const fits = found !== null && from < 24 && to < 24 && from !== to;
    return fits ? ok({ from, to }) : err('must be two hours from 0 to 23, such as 23-5, or off');
  },
};

export const timeZone: SettingKind<string> = {
  form: 'time zone',
  parse: (value) => {
    try {
      return ok(new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone);
    } catch {
      return err('must be a time zone of the IANA list, such as Asia/Tbilisi');
    }
  },
};
