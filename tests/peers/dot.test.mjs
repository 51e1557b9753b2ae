// Graphviz lays the DOT text out, and what it drew is what was meant.
import { test } from "node:test";
import assert from "node:assert/strict";
import { Graphviz } from "@hpcc-js/wasm-graphviz";
import "./dom.mjs";
import { exports, letters, says } from "./golden.mjs";

const graphviz = await Graphviz.load();

/// What Graphviz draws: the letters of each node, cluster and edge, by name in the order of drawing.
function drawing(svg) {
  const page = new DOMParser().parseFromString(svg, "image/svg+xml");
  const own = (element) => [...element.children].flatMap((child) => (child.localName === "text" ? [child.textContent] : child.classList?.length ? [] : own(child)));
  const drawn = [...page.querySelectorAll(".node, .cluster, .edge")].map((element) => [
    element.querySelector("title").textContent,
    letters(...own(element)),
  ]);
  return { drawn, all: letters(page.documentElement.textContent) };
}

test("Graphviz reads every diagram as it was meant", async (t) => {
  for (const meant of exports("dot")) {
    await t.test(meant.name, () => {
      const graph = JSON.parse(graphviz.layout(meant.text, "json", "dot"));
      const { drawn, all } = drawing(graphviz.layout(meant.text, "svg", "dot"));
      const text = new Map(drawn);
      const objects = new Map(graph.objects.map((object) => [object.name, object]));
      const named = (letter) => [...objects.keys()].filter((name) => new RegExp(`^${letter}\\d+$`).test(name));
      assert.deepEqual(named("n").sort(), meant.nodes.map((node) => `n${node.at}`).sort());
      for (const node of meant.nodes) {
        const badges = node.badges.length > 0 ? `notes ${node.badges.join(", ")}` : "";
        assert.equal(text.get(`n${node.at}`), letters(node.label, node.service, badges));
      }
      assert.deepEqual(
        named("s").map((name) => text.get(name)).sort(),
        meant.strip.map((item) => letters(item.label, item.service)).sort(),
      );
      assert.deepEqual(named("cluster_g").sort(), meant.groups.map((group) => `cluster_g${group.at}`).sort());
      for (const group of meant.groups) {
        const cluster = objects.get(`cluster_g${group.at}`);
        assert.equal(text.get(cluster.name), letters(group.label));
        const inside = (home) => home !== undefined && (home === group.at || inside(meant.groups.find((one) => one.at === home)?.within));
        assert.deepEqual(
          cluster.nodes.map((at) => graph.objects[at].name).sort(),
          meant.nodes.filter((node) => inside(node.home)).map((node) => `n${node.at}`).sort(),
        );
      }
      assert.deepEqual(
        (graph.edges ?? []).map((edge) => [graph.objects[edge.tail].name, graph.objects[edge.head].name, edge.style ?? "solid"]),
        meant.edges.map((edge) => [`n${edge.source}`, `n${edge.target}`, edge.style === "async" ? "dashed" : "solid"]),
      );
      assert.deepEqual(
        drawn.filter(([name]) => name.includes("->")).sort(),
        meant.edges.map((edge) => [`n${edge.source}->n${edge.target}`, letters(says(edge))]).sort(),
      );
      for (const text of [meant.title, ...meant.notes.map((note) => note.text)]) assert.ok(all.includes(letters(text)), text);
    });
  }
});

test("nothing in Graphviz's drawing is a link or a script", () => {
  for (const meant of exports("dot").filter((meant) => meant.hostile)) {
    const svg = graphviz.layout(meant.text, "svg", "dot");
    assert.doesNotMatch(svg, /<(script|a|image|foreignObject)\b|\son\w+=/i);
  }
});
