export interface Edge {
  readonly from: string;
  readonly to: string;
}

const isTest = (file: string): boolean => /\.test\.tsx?$|\/testing\//.test(file);

const patterns: readonly [RegExp, (match: RegExpExecArray) => string][] = [
  [/^apps\/server\/src\/features\/([^/]+)\//, (match) => `server/${match[1]}`],
  [/^apps\/server\/src\/platform\//, () => 'server/platform'],
  [/^apps\/server\/src\//, () => 'server/composition'],
  [/^apps\/(web|cli)\//, (match) => `apps/${match[1]}`],
  [/^packages\/([^/]+)\//, (match) => `packages/${match[1]}`],
  [/^demo\//, () => 'demo'],
];

const roomOf = (file: string): string | undefined => {
  for (const [pattern, name] of patterns) {
    const match = pattern.exec(file);
    if (match) return name(match);
  }
  return undefined;
};

type Graph = ReadonlyMap<string, ReadonlySet<string>>;

const roomGraph = (edges: readonly Edge[]): Graph => {
  const graph = new Map<string, Set<string>>();
  for (const edge of edges) {
    if (isTest(edge.from)) continue;
    const [from, to] = [roomOf(edge.from), roomOf(edge.to)];
    if (from && to && from !== to) graph.set(from, (graph.get(from) ?? new Set()).add(to));
  }
  return graph;
};

const reaches = (graph: Graph, from: string, to: string, seen = new Set<string>()): boolean => {
  if (from === to) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return [...(graph.get(from) ?? [])].some((next) => reaches(graph, next, to, seen));
};

/** An arrow that a longer way already tells would only hide the picture. */
const isTold = (graph: Graph, from: string, to: string): boolean =>
  [...(graph.get(from) ?? [])].some((next) => next !== to && reaches(graph, next, to));

const id = (room: string): string => room.replaceAll(/\W/g, '_');

/** The rooms and who uses whom, as mermaid; arrows that follow from others are left out. */
export const drawRooms = (edges: readonly Edge[]): string => {
  const graph = roomGraph(edges);
  const rooms = [...new Set([...graph].flatMap(([from, to]) => [from, ...to]))].sort();
  const arrows = rooms.flatMap((from) =>
    [...(graph.get(from) ?? [])]
      .filter((to) => !isTold(graph, from, to))
      .sort()
      .map((to) => `  ${id(from)} --> ${id(to)}`),
  );
  return ['flowchart TD', ...rooms.map((room) => `  ${id(room)}["${room}"]`), ...arrows].join('\n');
};
