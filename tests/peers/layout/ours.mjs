// Ours: the engine as the wasm module that `cargo xtask wasm` holds against the native build, so that
// all engines run in the same process.
import { readFileSync } from 'node:fs';

/** The module, with its functions from bytes to bytes. */
export class Ours {
  constructor(path) {
    this.exports = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(path)), {}).exports;
  }

  /** What one of the module's functions makes of a text. */
  call(name, text) {
    const file = new TextEncoder().encode(text);
    const room = this.exports.room(file.length);
    new Uint8Array(this.exports.memory.buffer).set(file, room);
    const length = this.exports[name]() >>> 0;
    const start = this.exports.result() >>> 0;
    return new TextDecoder().decode(new Uint8Array(this.exports.memory.buffer, start, length));
  }

  /** A graph with coordinates; throws what is wrong with the graph. */
  scene(graph) {
    const scene = JSON.parse(this.call('scene', JSON.stringify(graph)));
    if (typeof scene === 'string') throw new Error(scene);
    return scene;
  }

  /** The drawing as it is shown to people. */
  picture(graph) {
    const svg = this.call('picture', JSON.stringify(graph));
    if (!svg.startsWith('<svg')) throw new Error(JSON.parse(svg));
    return svg;
  }

  /** The reference architectures of a workload file, on every cloud. */
  architectures(yaml) {
    const drawings = JSON.parse(this.call('architectures', yaml));
    if (typeof drawings === 'string') throw new Error(drawings);
    return drawings;
  }
}

/** A scene in the form that is measured. */
export function layoutOf(scene) {
  return {
    nodes: Object.fromEntries(scene.nodes.map((node) => [node.id, node.rect])),
    groups: Object.fromEntries(scene.groups.map((group) => [group.id, group.rect])),
    edges: scene.edges.map((edge) => ({
      from: edge.from,
      to: edge.to,
      line: edge.points,
      curved: false,
      label: edge.label?.plate ?? null,
    })),
  };
}

/** The sizes of boxes and of labels in a scene, for the peers to use. */
export function sizesOf(graph, scene) {
  const plates = scene.edges.map((edge) => edge.label?.plate);
  const letters = scene.edges.flatMap((edge, at) => (plates[at] ? [plates[at].w / Math.max(1, graph.edges[at].label.length)] : []));
  const letter = letters.length ? letters.reduce((a, b) => a + b, 0) / letters.length : 6;
  return {
    nodes: Object.fromEntries(scene.nodes.map(({ id, rect }) => [id, { w: rect.w, h: rect.h }])),
    labels: graph.edges.map((edge, at) => {
      if (!edge.label) return null;
      // One that we left out is as wide as the others, letter by letter.
      const { w, h } = plates[at] ?? { w: edge.label.length * letter, h: 16 };
      return { w: Math.ceil(w), h: Math.ceil(h) };
    }),
  };
}
