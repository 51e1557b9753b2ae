// ELK's layered layout with orthogonal edges, hierarchy and all, with the gaps that we draw with.
import ELK from 'elkjs/lib/elk.bundled.js';
import { Nesting } from './graphs.mjs';
import { GAPS } from './gaps.mjs';

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.spacing.nodeNode': `${GAPS.down}`,
  'elk.layered.spacing.nodeNodeBetweenLayers': `${GAPS.across}`,
  'elk.json.shapeCoords': 'ROOT',
  'elk.json.edgeCoords': 'ROOT',
};
const PADDING = `[top=${GAPS.frameTop},left=${GAPS.frame},bottom=${GAPS.frame},right=${GAPS.frame}]`;

const elk = new ELK();

/** A graph as ELK lays it out. */
export async function layOut(graph, sizes) {
  const nesting = new Nesting(graph);
  const inside = (parent) => [
    ...nesting.nodesIn(parent).map((id) => ({ id: `n:${id}`, width: sizes.nodes[id].w, height: sizes.nodes[id].h })),
    ...nesting.groupsIn(parent).map((id) => ({
      id: `g:${id}`,
      layoutOptions: { 'elk.padding': PADDING },
      children: inside(id),
    })),
  ];
  const edges = graph.edges.map((edge, at) => ({
    id: `${at}`,
    sources: [`n:${edge.from}`],
    targets: [`n:${edge.to}`],
    labels: sizes.labels[at]
      ? [
          {
            text: edge.label,
            width: sizes.labels[at].w,
            height: sizes.labels[at].h,
            layoutOptions: { 'elk.edgeLabels.inline': 'true', 'elk.edgeLabels.placement': 'CENTER' },
          },
        ]
      : [],
  }));
  const laid = await elk.layout({ id: 'root', layoutOptions: OPTIONS, children: inside(null), edges });

  const layout = { nodes: {}, groups: {}, edges: [] };
  const visit = (child) => {
    const rect = { x: child.x, y: child.y, w: child.width, h: child.height };
    layout[child.id.startsWith('n:') ? 'nodes' : 'groups'][child.id.slice(2)] = rect;
    child.children?.forEach(visit);
  };
  laid.children.forEach(visit);
  layout.edges = laid.edges.map((edge, at) => {
    const [section] = edge.sections;
    const [label] = edge.labels ?? [];
    return {
      from: graph.edges[at].from,
      to: graph.edges[at].to,
      line: [section.startPoint, ...(section.bendPoints ?? []), section.endPoint],
      curved: false,
      label: label ? { x: label.x, y: label.y, w: label.width, h: label.height } : null,
    };
  });
  return layout;
}
