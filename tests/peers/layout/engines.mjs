// Every engine under one name, as a function from a graph and sizes to a layout.
import * as d2 from './d2.mjs';
import * as elk from './elk.mjs';
import * as graphviz from './graphviz.mjs';

export const PEERS = [
  { name: 'ELK layered', layOut: elk.layOut },
  { name: 'Graphviz dot', layOut: (graph, sizes) => graphviz.layOut(graph, sizes, '') },
  { name: 'Graphviz dot, ortho', layOut: (graph, sizes) => graphviz.layOut(graph, sizes, 'ortho') },
  { name: 'D2, dagre', layOut: (graph, sizes) => d2.layOut(graph, sizes, 'dagre') },
  { name: 'D2, ELK', layOut: (graph, sizes) => d2.layOut(graph, sizes, 'elk') },
];

/** Two boxes and an arrow: whatever an engine does once at its start, it has done after this. */
const TINY = {
  graph: {
    groups: [],
    nodes: [{ id: 'a' }, { id: 'b' }],
    edges: [{ from: 'a', to: 'b', label: '' }],
  },
  sizes: { nodes: { a: { w: 100, h: 60 }, b: { w: 100, h: 60 } }, labels: [null] },
};

/** Starts every peer; what that takes is not part of a layout's time. */
export async function start() {
  for (const peer of PEERS) await peer.layOut(TINY.graph, TINY.sizes);
}

/** Ends what the peers keep running. */
export async function close() {
  await d2.close();
}
