import { randomBytes } from 'node:crypto';
import { type Role, roles } from '@comitium/contract';
import { type Command, Option } from 'commander';
import { fail } from '../fail.ts';
import { withApp } from '../with-app.ts';

interface CreateUser {
  readonly email?: string;
  readonly phone?: string;
  readonly name?: string;
  readonly role?: Role;
  readonly election?: string;
  readonly admin: boolean;
  readonly json: boolean;
}

const caller = { kind: 'system', name: 'command line' } as const;

export const addUser = (program: Command): void => {
  const user = program.command('user').description('People and their rights.');
  user
    .command('create')
    .description(
      'Creates an account. With an e-mail its password is read from USER_PASSWORD, or made up and printed once; with a phone alone it signs in by code.',
    )
    .option('--email <address>')
    .option('--phone <number>', 'with its country, such as +995599123456')
    .option('--name <name>')
    .addOption(new Option('--role <role>').choices(roles))
    .option('--election <code>', 'where the role holds; everywhere without it')
    .option('--admin', 'the role platform_administrator, everywhere', false)
    .option('--json', 'print id and made-up password as JSON', false)
    .action((options: CreateUser) => withApp((app) => create(app, options)));
};

const create = async (
  { accounts, elections }: Parameters<Parameters<typeof withApp>[0]>[0],
  options: CreateUser,
): Promise<void> => {
  const { email, phone } = options;
  const called = email ?? phone;
  if (called === undefined) return fail('Give --email, --phone or both.');
  const { election } = options;
  // Before the account is made: half of what was asked for would be in the way of a second try.
  if (election !== undefined && (await elections.book.find(election)) === null)
    return fail(`There is no election ${election}.`);
  const given = process.env['USER_PASSWORD'];
  const password = email === undefined ? undefined : (given ?? randomBytes(12).toString('base64url'));
  const person = await accounts.createPerson({
    caller,
    requestId: null,
    ...(email && { email }),
    ...(phone && { phone }),
    ...(password && { password }),
    name: options.name ?? (options.admin ? 'Administrator' : 'New account'),
  });
  if (!person.ok) return fail(person.error.detail);
  const role = options.admin ? 'platform_administrator' : options.role;
  if (role !== undefined) {
    const scope = election === undefined ? {} : { election };
    const given = await accounts.giveGrant({
      caller,
      requestId: null,
      personId: person.value,
      role,
      scope,
      endsAt: null,
    });
    if (!given.ok) return fail(`Created ${called}, but without the role ${role}: ${given.error.detail}`);
  }
  const madeUp = given === undefined ? password : undefined;
  if (options.json) {
    console.log(JSON.stringify({ id: person.value, role: role ?? null, password: madeUp ?? null }));
    return;
  }
  console.log(`Created ${called}${role === undefined ? '' : ` as ${role}`}.`);
  if (madeUp !== undefined) console.log(`Password: ${madeUp}`);
};
