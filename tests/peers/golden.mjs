// The diagrams that the exports were made of, and what their texts must read as.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const folder = process.env.PLUMBLINE_EXPORTS;
if (!folder) throw new Error("PLUMBLINE_EXPORTS names no folder: run `cargo xtask peers`");

const names = readdirSync(folder)
  .filter((name) => name.endsWith(".diagram.json"))
  .map((name) => name.slice(0, -".diagram.json".length))
  .sort();
if (names.length < 40) throw new Error(`only ${names.length} diagrams in ${folder}`);

const read = (file) => readFileSync(join(folder, file), "utf8");

/// Every diagram with its text in a format: what was meant, and what a peer gets to read.
export function exports(format) {
  return names.map((name) => {
    const diagram = JSON.parse(read(`${name}.diagram.json`));
    const at = (list) => new Map(list.map((one, index) => [one.id, index]));
    const [nodes, groups] = [at(diagram.nodes), at(diagram.groups)];
    const homes = diagram.nodes.map((node) => groups.get(node.group));
    // Frames around nothing aren't drawn.
    const inhabited = new Set();
    for (let home of homes) {
      for (; home !== undefined && !inhabited.has(home); home = groups.get(diagram.groups[home].parent)) inhabited.add(home);
    }
    return {
      name,
      hostile: name.startsWith("hostile"),
      text: read(`${name}.${format}.txt`),
      scene: JSON.parse(read(`${name}.scene.json`)),
      title: diagram.title,
      notes: diagram.notes,
      strip: diagram.strip,
      nodes: diagram.nodes.map((node, index) => ({ ...node, at: index, home: homes[index] })),
      groups: diagram.groups
        .map((group, index) => ({ ...group, at: index, within: groups.get(group.parent) }))
        .filter((group) => inhabited.has(group.at)),
      edges: diagram.edges.map((edge, index) => ({ ...edge, at: index, source: nodes.get(edge.from), target: nodes.get(edge.to) })),
    };
  });
}

// What the project takes out of every text: control characters, marks that turn the direction around,
// private use, what XML forbids. \s of JavaScript is Rust's whitespace, but for U+FEFF, which goes too,
// and U+0085.
const BANNED = /[\p{Cc}\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB\uE000-\uF8FF]|[\u{E0000}-\u{E007F}]/gu;

/// The text as people should read it.
export const clean = (text) => text.replace(/[\s\u0085]+/g, " ").replace(BANNED, "").trim();

/// The letters of a text without the spaces between them, for peers that break lines.
export const letters = (...texts) => texts.map(clean).join("").replace(/\s/g, "");

/// "3. writes the order", as most formats say it.
export const says = (edge) => (edge.step == null ? clean(edge.label) : `${edge.step}. ${clean(edge.label)}`);
