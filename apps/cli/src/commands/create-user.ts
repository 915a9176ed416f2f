import { randomBytes } from 'node:crypto';
import { type Role, roles } from '@comitium/contract';
import { type Command, Option } from 'commander';
import { fail, withApp } from '../with-app.ts';

interface CreateUser {
  readonly email: string;
  readonly name?: string;
  readonly role?: Role;
  readonly election?: string;
  readonly admin: boolean;
}

const caller = { kind: 'system', name: 'command line' } as const;

export const addUser = (program: Command): void => {
  const user = program.command('user').description('People and their rights.');
  user
    .command('create')
    .description('Creates an account; its password is read from USER_PASSWORD, or made up and printed once.')
    .requiredOption('--email <address>')
    .option('--name <name>')
    .addOption(new Option('--role <role>').choices(roles))
    .option('--election <code>', 'where the role holds; everywhere without it')
    .option('--admin', 'the role platform_administrator, everywhere', false)
    .action((options: CreateUser) => withApp((app) => create(app, options)));
};

const create = async (
  { accounts }: Parameters<Parameters<typeof withApp>[0]>[0],
  options: CreateUser,
): Promise<void> => {
  const given = process.env['USER_PASSWORD'];
  const password = given ?? randomBytes(12).toString('base64url');
  const { email } = options;
  const person = await accounts.createPerson({
    caller,
    requestId: null,
    email,
    name: options.name ?? email,
    password,
  });
  if (!person.ok) return fail(person.error.detail);
  const role = options.admin ? 'platform_administrator' : options.role;
  if (role !== undefined) {
    const scope = options.election === undefined ? {} : { election: options.election };
    const given = await accounts.giveGrant({
      caller,
      requestId: null,
      personId: person.value,
      role,
      scope,
      endsAt: null,
    });
    if (!given.ok) return fail(given.error.detail);
  }
  console.log(`Created ${email}${role === undefined ? '' : ` as ${role}`}.`);
  if (given === undefined) console.log(`Password: ${password}`);
};
