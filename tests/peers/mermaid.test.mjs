// Mermaid reads the flowchart and the architecture diagram, and what it read is what was meant.
import { test } from "node:test";
import assert from "node:assert/strict";
import { clean, exports, letters } from "./golden.mjs";
import { visible } from "./dom.mjs";

const { default: mermaid } = await import("mermaid");
mermaid.initialize({ startOnLoad: false });

/// Mermaid hides character codes from its grammar; this is how it shows them again, and breaks lines.
const shown = (text) => visible(text.replace(/ﬂ°°/g, "&#").replace(/ﬂ°/g, "&").replace(/¶ß/g, ";")).replace(/\\n/g, " ");
/// A space without width keeps a backslash and an n apart.
const read = (text) => letters(shown(text)).replaceAll("\u200B", "");

/// The words on an arrow: the step and the label.
const words = (edge) => letters(String(edge.step ?? ""), edge.label);

test("flowcharts are read as they were meant", async (t) => {
  for (const meant of exports("mermaid")) {
    await t.test(meant.name, async () => {
      assert.equal((await mermaid.parse(meant.text)).diagramType, "flowchart-v2");
      const { db } = await mermaid.mermaidAPI.getDiagramFromText(meant.text);
      const nodes = [...db.getVertices().values()].filter((node) => node.id.startsWith("n"));
      assert.deepEqual(
        nodes.map((node) => [node.id, read(node.text)]).sort(),
        meant.nodes.map((node) => [`n${node.at}`, letters(node.label, node.service)]).sort(),
      );
      const across = [...db.getVertices().values()].filter((node) => node.id.startsWith("s"));
      assert.deepEqual(across.map((node) => read(node.text)), meant.strip.map((item) => letters(item.label, item.service)));
      assert.deepEqual(
        db.getEdges().map((edge) => [edge.start, edge.end, read(edge.text), edge.stroke]),
        meant.edges.map((edge) => [`n${edge.source}`, `n${edge.target}`, words(edge), edge.style === "async" ? "dotted" : "normal"]),
      );
      const frames = db.getSubGraphs().filter((frame) => frame.id !== "strip");
      assert.deepEqual(
        frames.map((frame) => [frame.id, read(frame.title)]).sort(),
        meant.groups.map((group) => [`g${group.at}`, letters(group.label)]).sort(),
      );
      for (const group of meant.groups) {
        const frame = frames.find((frame) => frame.id === `g${group.at}`);
        const members = [
          ...meant.nodes.filter((node) => node.home === group.at).map((node) => `n${node.at}`),
          ...meant.groups.filter((inner) => inner.within === group.at).map((inner) => `g${inner.at}`),
        ];
        assert.deepEqual(frame.nodes.filter((id) => /^[ng]\d+$/.test(id)).sort(), members.sort());
      }
    });
  }
});

test("the title stands over the flowchart as it was meant", async () => {
  for (const meant of exports("mermaid")) {
    // Mermaid reads the title before the diagram and keeps it to itself; its YAML reads JSON's strings.
    const [, title] = /^---\ntitle: (".*")\n---\nflowchart LR\n/.exec(meant.text);
    const look = clean(meant.title).replaceAll("<", "‹").replaceAll(">", "›").replaceAll("&", "＆");
    assert.ok(JSON.parse(title).startsWith(look), title);
    assert.doesNotMatch(title, /%%|\n/);
  }
});

test("architecture diagrams are read as they were meant", async (t) => {
  for (const meant of exports("mermaid-architecture")) {
    await t.test(meant.name, async () => {
      assert.equal((await mermaid.parse(meant.text)).diagramType, "architecture");
      const { db } = await mermaid.mermaidAPI.getDiagramFromText(meant.text);
      const text = (title) => read(title ?? "").replaceAll(",", "");
      const plain = (...texts) => letters(...texts).replaceAll(",", "");
      const services = db.getServices().filter((service) => service.id.startsWith("n"));
      assert.deepEqual(
        services.map((service) => [service.id, text(service.title), service.in]).sort(),
        meant.nodes.map((node) => [`n${node.at}`, plain(node.label, node.service), node.home === undefined ? undefined : `g${node.home}`]).sort(),
      );
      assert.equal(db.getServices().length, meant.nodes.length + meant.strip.length);
      assert.deepEqual(
        db.getGroups().filter((group) => group.id !== "across").map((group) => [group.id, text(group.title), group.in]).sort(),
        meant.groups.map((group) => [`g${group.at}`, plain(group.label), group.within === undefined ? undefined : `g${group.within}`]).sort(),
      );
      assert.deepEqual(
        db.getEdges().map((edge) => [edge.lhsId, edge.rhsId, text(edge.title), edge.rhsInto]),
        meant.edges
          .filter((edge) => edge.source !== edge.target)
          .map((edge) => [`n${edge.source}`, `n${edge.target}`, plain(String(edge.step ?? ""), edge.label, edge.style === "async" ? "(async)" : ""), true]),
      );
    });
  }
});
