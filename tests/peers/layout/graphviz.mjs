// Graphviz dot with clusters: with its own curves, or with orthogonal edges.
import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { Nesting } from './graphs.mjs';
import { GAPS } from './gaps.mjs';
import { flatten } from './geometry.mjs';

const graphviz = await Graphviz.load();

/** A pixel is a point here; sizes are in inches. */
const inches = (pixels) => (pixels / 72).toFixed(4);
const quoted = (text) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** The graph in the language of Graphviz. */
export function dot(graph, sizes, splines) {
  const nesting = new Nesting(graph);
  const inside = (parent) => [
    ...nesting.nodesIn(parent).map(
      (id) => `${quoted(`n:${id}`)} [width=${inches(sizes.nodes[id].w)} height=${inches(sizes.nodes[id].h)}]`,
    ),
    ...nesting.groupsIn(parent).flatMap((id) => [
      // The room at the top is the label's.
      `subgraph ${quoted(`cluster_${id}`)} { margin=${GAPS.frame} label=" " fontsize=14`,
      ...inside(id),
      '}',
    ]),
  ];
  // The orthogonal router knows no labels on edges, only labels put beside them afterwards.
  const attribute = splines === 'ortho' ? 'xlabel' : 'label';
  const edges = graph.edges.map((edge, at) => {
    const size = sizes.labels[at];
    const label = size
      ? ` ${attribute}=<<table border="0" cellpadding="0" cellspacing="0"><tr><td fixedsize="true" width="${size.w}" height="${size.h}"></td></tr></table>>`
      : '';
    return `${quoted(`n:${edge.from}`)} -> ${quoted(`n:${edge.to}`)} [id="${at}"${label}]`;
  });
  return [
    'digraph {',
    `rankdir=LR nodesep=${inches(GAPS.down)} ranksep=${inches(GAPS.across)} ${splines ? `splines=${splines}` : ''}`,
    'node [shape=box fixedsize=true label=""]',
    ...inside(null),
    ...edges,
    '}',
  ].join('\n');
}

/** A graph as Graphviz lays it out; `splines` empty for its own curves. */
export function layOut(graph, sizes, splines) {
  const laid = JSON.parse(graphviz.layout(dot(graph, sizes, splines), 'json', 'dot'));
  const [, , , top] = laid.bb.split(',').map(Number);
  const point = (text) => {
    const [x, y] = text.split(',').map(Number);
    return { x, y: top - y };
  };
  const layout = { nodes: {}, groups: {}, edges: [] };
  for (const object of laid.objects ?? []) {
    if (object.name.startsWith('cluster_')) {
      const [left, low, right, high] = object.bb.split(',').map(Number);
      layout.groups[object.name.slice('cluster_'.length)] = { x: left, y: top - high, w: right - left, h: high - low };
    } else {
      const { x, y } = point(object.pos);
      const [w, h] = [Number(object.width) * 72, Number(object.height) * 72];
      layout.nodes[object.name.slice(2)] = { x: x - w / 2, y: y - h / 2, w, h };
    }
  }
  // Its routers fail on some graphs, say so on the console, and leave edges out.
  const lost = (laid.edges ?? []).filter((edge) => !edge.pos).length;
  if (lost > 0) throw new Error(`${lost} edges could not be routed`);
  for (const edge of laid.edges ?? []) {
    const at = Number(edge.id);
    const { from, to } = graph.edges[at];
    const size = sizes.labels[at];
    const middle = edge.lp ?? edge.xlp;
    let label = null;
    if (size && middle) {
      const { x, y } = point(middle);
      label = { x: x - size.w / 2, y: y - size.h / 2, w: size.w, h: size.h };
    }
    layout.edges[at] = { from, to, line: line(edge.pos, point, splines), curved: splines !== 'ortho', label };
  }
  return layout;
}

/** `e,x,y` (where the arrowhead ends) and `s,x,y`, then the points of the curve. */
function line(pos, point, splines) {
  // An edge of several curves has them apart by semicolons; ours have one each.
  const words = pos.split(';')[0].split(' ');
  const end = words.find((word) => word.startsWith('e,'));
  const start = words.find((word) => word.startsWith('s,'));
  const curve = words.filter((word) => /^-?\d/.test(word)).map(point);
  const points = splines === 'ortho' ? curve.filter((_, at) => at % 3 === 0) : flatten(curve);
  if (end) points.push(point(end.slice(2)));
  if (start) points.unshift(point(start.slice(2)));
  return points;
}
