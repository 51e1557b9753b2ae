// The graphs that every engine lays out.
import { readFileSync } from 'node:fs';

/** Who stands in which frame. */
export class Nesting {
  constructor(graph) {
    this.parents = new Map((graph.groups ?? []).map((group) => [group.id, group.parent ?? null]));
    this.homes = new Map(graph.nodes.map((node) => [node.id, node.group ?? null]));
  }

  /** The frames around a frame, itself first. */
  outwards(group) {
    const around = [];
    for (let at = group; at; at = this.parents.get(at)) around.push(at);
    return around;
  }

  /** Whether a node stands in a frame, at any depth. */
  holds(group, node) {
    return this.outwards(this.homes.get(node)).includes(group);
  }

  /** Whether one frame lies in the other. */
  related(one, other) {
    return this.outwards(one).includes(other) || this.outwards(other).includes(one);
  }

  /** The frames directly inside a frame; of the whole drawing for null. */
  groupsIn(parent) {
    return [...this.parents].filter(([, above]) => above === parent).map(([id]) => id);
  }

  /** The nodes directly inside a frame; of the whole drawing for null. */
  nodesIn(group) {
    return [...this.homes].filter(([, home]) => home === group).map(([id]) => id);
  }
}

/** A graph of `graphs/`, without frames that hold nothing: no engine draws them alike. */
export function load(name) {
  const graph = JSON.parse(readFileSync(new URL(`../graphs/${name}.json`, import.meta.url), 'utf8'));
  return { groups: [], nodes: [], edges: [], ...graph };
}

/** The same graph without the authored slots. */
export function withoutSlots(graph) {
  const nodes = graph.nodes.map(({ column, row, slot, ...node }) => node);
  return { ...graph, nodes };
}

/** The graph alone, as the peers get it: no title, no band, no badges. */
export function bare(graph) {
  const nodes = graph.nodes.map((node) => ({ ...node, badges: [] }));
  return { ...graph, nodes, title: '', subtitle: '', date: '', strip: [], notes: [] };
}
