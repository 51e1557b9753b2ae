// How long our layouts take in WebAssembly: `node layout/time.mjs MODULE`, with the module that
// `cargo xtask wasm` builds.
import { readdirSync } from 'node:fs';
import { load } from './graphs.mjs';
import { Ours } from './ours.mjs';
import { timed } from './timed.mjs';

const RUNS = 5;
const ours = new Ours(process.argv[2]);
const graphs = readdirSync(new URL('../graphs/', import.meta.url))
  .filter((file) => file.endsWith('.json'))
  .map((file) => load(file.replace('.json', '')))
  .sort((a, b) => a.nodes.length - b.nodes.length);
for (const graph of graphs) {
  const { ms, fault } = await timed(() => ours.scene(graph), RUNS);
  if (fault) throw new Error(`${graph.title}: ${fault}`);
  const groups = `${graph.nodes.length} nodes in ${graph.groups.length} groups, ${graph.edges.length} edges`;
  console.log(`${groups}: ${ms.toFixed(1)} ms (median of ${RUNS})`);
}
