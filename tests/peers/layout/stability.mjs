// How much a drawing moves when one node is added: `node layout/stability.mjs MODULE`. The same node is
// added for every engine, at several places of a graph, with one edge.
import { PEERS, close, start } from './engines.mjs';
import { bare, load } from './graphs.mjs';
import { Ours, layoutOf, sizesOf } from './ours.mjs';

/** Nodes of the graph that get a new neighbour. */
const PLACES = 6;

const ours = new Ours(process.argv[2]);
const graph = bare(load(process.argv[3] ?? 'platform-60'));
const sizes = sizesOf(graph, ours.scene(graph));
const grown = Array.from({ length: PLACES }, (_, at) => {
  const beside = graph.nodes[Math.floor(((at + 0.5) * graph.nodes.length) / PLACES)];
  const added = { ...beside, id: 'added', label: 'Audit log', service: 'Amazon S3', glyph: 'object-store' };
  const nodes = [...graph.nodes, added];
  const edges = [...graph.edges, { from: beside.id, to: 'added', label: '', style: 'async' }];
  return {
    graph: { ...graph, nodes, edges },
    sizes: { nodes: { ...sizes.nodes, added: sizes.nodes[beside.id] }, labels: [...sizes.labels, null] },
  };
});

await start();
console.log('| engine | pairs of boxes whose order changes | boxes moved by more than their size | median way, in box sizes |');
console.log('| --- | --- | --- | --- |');
const engines = [{ name: 'Plumbline', layOut: (graph) => layoutOf(ours.scene(graph)) }, ...PEERS];
for (const { name, layOut } of engines) {
  const figures = [];
  try {
    const before = await layOut(graph, sizes);
    for (const more of grown) figures.push(moved(before.nodes, (await layOut(more.graph, more.sizes)).nodes));
  } catch (fault) {
    console.log(`| ${name} | gave up: ${fault.message.split('\n')[0]} | | |`);
    continue;
  }
  const mean = (pick) => figures.reduce((sum, one) => sum + pick(one), 0) / figures.length;
  const percent = (value) => `${(100 * value).toFixed(1)} %`;
  console.log(`| ${name} | ${percent(mean((f) => f.turned))} | ${percent(mean((f) => f.far))} | ${mean((f) => f.way).toFixed(2)} |`);
}
await close();
process.exit(0);

/** What differs between two layouts of the nodes of the first. */
function moved(before, after) {
  const ids = Object.keys(before);
  const middle = ({ x, y, w, h }) => ({ x: x + w / 2, y: y + h / 2 });
  const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  const steps = ids.map((id) => {
    const [a, b] = [middle(before[id]), middle(after[id])];
    return { x: b.x - a.x, y: b.y - a.y, size: (before[id].w + before[id].h) / 2 };
  });
  // A drawing that moves as a whole hasn't changed.
  const shift = { x: median(steps.map((s) => s.x)), y: median(steps.map((s) => s.y)) };
  const ways = steps.map((s) => Math.hypot(s.x - shift.x, s.y - shift.y) / s.size);
  let turned = 0;
  let pairs = 0;
  for (let i = 0; i < ids.length; i += 1) {
    for (let j = i + 1; j < ids.length; j += 1) {
      const order = (nodes, axis) => Math.sign(Math.round(middle(nodes[ids[i]])[axis] - middle(nodes[ids[j]])[axis]));
      const other = (axis) => order(before, axis) * order(after, axis) < 0;
      pairs += 1;
      if (other('x') || other('y')) turned += 1;
    }
  }
  return { turned: turned / pairs, far: ways.filter((way) => way > 1).length / ways.length, way: median(ways) };
}
