// One graph, all engines, one ruler.
import { PEERS } from './engines.mjs';
import { bare, withoutSlots } from './graphs.mjs';
import { measure, violations } from './metrics.mjs';
import { layoutOf, sizesOf } from './ours.mjs';
import { timed } from './timed.mjs';

export const OURS = 'Plumbline';
export const SLOTS = 'Plumbline, slots';

/** Lays a graph out with every engine: a list of {engine, ms, layout, figures, violations} or
 * {engine, fault}. The boxes are as large for all as our compound layout makes them. */
export async function compare(ours, graph, runs) {
  const plain = bare(withoutSlots(graph));
  const own = [[OURS, plain]];
  if (graph.nodes.every((node) => node.slot ?? node.column !== undefined)) own.push([SLOTS, bare(graph)]);
  const results = [];
  let sizes = null;
  for (const [engine, graph] of own) {
    const result = await timed(() => ours.scene(graph), runs);
    if (result.layout) {
      sizes ??= sizesOf(graph, result.layout);
      result.layout = layoutOf(result.layout);
    }
    results.push({ engine, ...result });
  }

  if (!sizes) throw new Error(results[0].fault);
  for (const { name, layOut } of PEERS) {
    results.push({ engine: name, ...(await timed(() => layOut(plain, sizes), runs)) });
  }
  for (const result of results.filter((one) => one.layout)) {
    result.figures = measure(plain, result.layout);
    result.violations = violations(result.figures);
  }
  return results;
}

/** The least of a figure among the peers: among all of them, or among those that draw nothing false. */
export function least(results, figure, { sound }) {
  const peers = results.filter((one) => one.figures && one.engine !== OURS && one.engine !== SLOTS);
  return Math.min(...peers.filter((one) => !sound || one.violations === 0).map((one) => one.figures[figure]));
}
