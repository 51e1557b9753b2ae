// D2 with either of its free engines. It keeps its own gaps and the size of its own label text, which is
// set as small as ours.
import { D2 } from '@terrastruct/d2';
import { Nesting } from './graphs.mjs';
import { along, flatten } from './geometry.mjs';

const d2 = new D2();

const quoted = (text) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** The graph in the language of D2, and the names of its nodes and frames there. */
export function source(graph, sizes) {
  const nesting = new Nesting(graph);
  const number = new Map([
    ...(graph.groups ?? []).map((group, at) => [`g:${group.id}`, `g${at}`]),
    ...graph.nodes.map((node, at) => [`n:${node.id}`, `n${at}`]),
  ]);
  const path = (kind, id, parent) =>
    [...nesting.outwards(parent).reverse().map((group) => number.get(`g:${group}`)), number.get(`${kind}:${id}`)].join('.');
  const names = new Map();
  const inside = (parent) => [
    ...nesting.nodesIn(parent).map((id) => {
      names.set(path('n', id, parent), ['nodes', id]);
      const { w, h } = sizes.nodes[id];
      return `${number.get(`n:${id}`)}: "" {width: ${Math.round(w)}; height: ${Math.round(h)}}`;
    }),
    ...nesting.groupsIn(parent).flatMap((id) => {
      names.set(path('g', id, parent), ['groups', id]);
      const label = graph.groups.find((group) => group.id === id).label;
      return [`${number.get(`g:${id}`)}: ${quoted(label)} {`, 'style.font-size: 14', ...inside(id), '}'];
    }),
  ];
  const end = (id) => path('n', id, nesting.homes.get(id));
  const edges = graph.edges.map(
    (edge) => `${end(edge.from)} -> ${end(edge.to)}: ${quoted(edge.label ?? '')} {style.font-size: 11}`,
  );
  return { text: ['direction: right', ...inside(null), ...edges].join('\n'), names, end };
}

/** A graph as D2 lays it out with `dagre` or `elk`. */
export async function layOut(graph, sizes, engine) {
  const { text, names, end } = source(graph, sizes);
  const { diagram } = await d2.compile(text, { layout: engine });
  const layout = { nodes: {}, groups: {}, edges: [] };
  for (const shape of diagram.shapes) {
    const [kind, id] = names.get(shape.id);
    layout[kind][id] = { x: shape.pos.x, y: shape.pos.y, w: shape.width, h: shape.height };
  }
  const left = [...diagram.connections];
  layout.edges = graph.edges.map(({ from, to }) => {
    const at = left.findIndex((one) => one.src === end(from) && one.dst === end(to));
    const [connection] = left.splice(at, 1);
    const { route, isCurve, label, labelWidth: w, labelHeight: h } = connection;
    // In the middle of the line, or of the points that steer its curve.
    const middle = along(route, connection.labelPercentage || 0.5);
    return {
      from,
      to,
      line: isCurve ? flatten(route) : route,
      curved: Boolean(isCurve),
      label: label ? { x: middle.x - w / 2, y: middle.y - h / 2, w, h } : null,
    };
  });
  return layout;
}

/** Ends the thread that D2 works in. */
export async function close() {
  await d2.worker?.terminate?.();
}
