import { type AccessRow, holders, routeRow, topicRow } from '../../apps/server/src/access-table.ts';
import { page, table } from './markdown.ts';
import { withUnstartedApp } from './unstarted-app.ts';

const ruleText = ({ rule }: AccessRow): string => {
  if (rule.kind === 'public') return 'everybody';
  if (rule.kind === 'signed_in') return rule.evenLimited ? 'signed in, even limited' : 'signed in';
  return `\`${rule.permission}\` at ${rule.at}`;
};

const tableOf = (head: string, rows: readonly AccessRow[]): string =>
  table(
    [head, 'rule', ...holders.map((holder) => holder.replace('_', ' '))],
    rows
      .toSorted((a, b) => a.place.localeCompare(b.place, 'en'))
      .map((row) => [
        `\`${row.place}\``,
        ruleText(row),
        ...holders.map((holder) => (row.admits[holder] ? 'yes' : '')),
      ]),
  );

const introduction = `A yes means that the door opens for a role held where the rule looks: *platform* needs a grant that
holds everywhere, *election* one that reaches into the election of the path, *command* any grant at all, because the
command then looks at the very station, area or person. A role that needs a second factor opens nothing in a session that
has shown none, but what says *even limited*. apps/server/src/access-table.db.test.ts walks every row as every
role against a running server, with the role held here and elsewhere. A yes never reaches what is another person's: where
a path names a person, a session, a passkey, a grant, an invitation, an approval or a file,
apps/server/src/foreign-ids.db.test.ts asks for somebody else's, as every role.`;

export const printAccess = (): Promise<string> =>
  withUnstartedApp((app) => {
    const routes = tableOf('route', app.routes.map(routeRow));
    const topics = tableOf('topic', app.hub.definitions().map(topicRow));
    return page(
      'Access',
      'the rules declared beside each route and topic',
      `${introduction}\n\n## Routes\n\n${routes}\n\n## Live topics\n\n${topics}`,
    );
  });
