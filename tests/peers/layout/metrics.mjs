// What is measured of a layout, the same for every engine.
//
// A layout is {nodes, groups: {id: rect}, edges: [{from, to, line, curved, label}]} with the edges in
// the order of the graph's, `line` as drawn (curves as many short pieces) and `label` a rectangle or
// null where the engine dropped it.
import { bends, bounds, contains, crossings, length, overlaps, runsThrough, shared } from './geometry.mjs';
import { Nesting } from './graphs.mjs';

/** Two lines of different ends that share this much can't be told apart. */
const TOO_MUCH_SHARED = 4;

/** Every figure of a layout of a graph. */
export function measure(graph, layout) {
  const nesting = new Nesting(graph);
  const nodes = graph.nodes.map((node) => ({ id: node.id, rect: layout.nodes[node.id] }));
  const groups = Object.entries(layout.groups).map(([id, rect]) => ({ id, rect }));
  const { edges } = layout;
  const unit = average(nodes.map(({ rect }) => (rect.w + rect.h) / 2));
  const total = edges.reduce((sum, edge) => sum + length(edge.line), 0);
  const labels = edges.flatMap((edge, at) => (edge.label ? [{ at, rect: edge.label }] : []));
  const box = bounds(
    [...nodes.map((n) => n.rect), ...groups.map((g) => g.rect), ...labels.map((l) => l.rect)],
    edges.flatMap((edge) => edge.line),
  );
  const filled = nodes.reduce((sum, { rect }) => sum + rect.w * rect.h, 0);
  return {
    crossings: pairs(edges, (a, b) => crossings(a.line, b.line)),
    // A curve has no bends, and is not better for it.
    bends: edges.some((edge) => edge.curved) ? null : sum(edges, (edge) => bends(edge.line)),
    // In node sizes (mean of width and height), so that it says the same for large and for small boxes.
    length: round(total / unit),
    nodeOverlaps: pairs(nodes, (a, b) => Number(overlaps(a.rect, b.rect))),
    nodesInForeignGroups: sum(nodes, (node) =>
      sum(groups, (group) => Number(!nesting.holds(group.id, node.id) && overlaps(group.rect, node.rect))),
    ),
    nodesOutsideTheirGroup: sum(nodes, (node) =>
      sum(groups, (group) => Number(nesting.holds(group.id, node.id) && !contains(group.rect, node.rect))),
    ),
    groupOverlaps: pairs(groups, (a, b) => Number(!nesting.related(a.id, b.id) && overlaps(a.rect, b.rect))),
    edgesThroughForeignBoxes: sum(edges, (edge) =>
      sum(nodes, ({ id, rect }) => Number(id !== edge.from && id !== edge.to && runsThrough(edge.line, rect))),
    ),
    edgesThroughForeignGroups: sum(edges, (edge) =>
      sum(groups, ({ id, rect }) =>
        Number(!nesting.holds(id, edge.from) && !nesting.holds(id, edge.to) && runsThrough(edge.line, rect)),
      ),
    ),
    edgesOnOneAnother: pairs(edges, (a, b) =>
      Number(!shareEnd(a, b) && shared(a.line, b.line) > TOO_MUCH_SHARED),
    ),
    labelOverlaps:
      pairs(labels, (a, b) => Number(overlaps(a.rect, b.rect))) +
      sum(labels, (label) => sum(nodes, ({ rect }) => Number(overlaps(label.rect, rect, 1)))),
    labelsOnForeignLines: sum(labels, (label) =>
      sum(edges, (edge, at) => Number(at !== label.at && runsThrough(edge.line, label.rect, 2))),
    ),
    labelsMissing: graph.edges.filter((edge, at) => edge.label && !edges[at].label).length,
    // How many times the room that the boxes themselves take.
    area: round((box.w * box.h) / filled),
    aspect: round(box.w / box.h),
  };
}

/** The figures that say something false or can't be read: an invariant of ours each. */
export const VIOLATIONS = [
  'nodeOverlaps',
  'nodesInForeignGroups',
  'nodesOutsideTheirGroup',
  'groupOverlaps',
  'edgesThroughForeignBoxes',
  'edgesThroughForeignGroups',
  'edgesOnOneAnother',
  'labelOverlaps',
];

/** How many violations of any kind a layout has. */
export function violations(figures) {
  return sum(VIOLATIONS, (name) => figures[name]);
}

function shareEnd(a, b) {
  return [a.from, a.to].some((end) => end === b.from || end === b.to);
}

function pairs(items, count) {
  let total = 0;
  for (let i = 0; i < items.length; i += 1) {
    for (let j = i + 1; j < items.length; j += 1) total += count(items[i], items[j]);
  }
  return total;
}

function sum(items, count) {
  return items.reduce((total, item, at) => total + count(item, at), 0);
}

function average(values) {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

function round(value) {
  return Math.round(value * 100) / 100;
}
