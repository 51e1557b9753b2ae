// Excalidraw's own export draws every drawing, and everything in it holds together.
import { test } from "node:test";
import assert from "node:assert/strict";
import "./dom.mjs";
import { clean, exports, letters } from "./golden.mjs";

const { exportToSvg } = await import("@excalidraw/utils");

test("Excalidraw draws every drawing", async (t) => {
  for (const meant of exports("excalidraw")) {
    await t.test(meant.name, async () => {
      const file = JSON.parse(meant.text);
      const svg = await exportToSvg({ data: file, config: { skipInliningFonts: true } });
      const drawn = [...svg.querySelectorAll("text")].map((text) => text.textContent);
      const all = letters(...drawn);
      for (const text of meant.scene.nodes.flatMap((node) => node.texts)) assert.ok(all.includes(letters(text.text)), text.text);
      for (const text of meant.scene.edges.flatMap((edge) => edge.label?.lines ?? [])) assert.ok(all.includes(letters(text.text)), text.text);
      for (const text of meant.scene.legend.entries.flatMap((entry) => entry.texts)) assert.ok(all.includes(letters(text.text)), text.text);
      assert.equal(svg.querySelectorAll("script, foreignObject, a").length, 0);
    });
  }
});

test("ends, texts, groups and pictures are bound on both sides, and stand where they stood", () => {
  for (const meant of exports("excalidraw")) {
    const { elements, files } = JSON.parse(meant.text);
    const by = new Map(elements.map((element) => [element.id, element]));
    assert.equal(by.size, elements.length, "ids are unique");
    const groups = (home) => (home === undefined ? [] : [`group-g${home}`, ...groups(meant.groups.find((group) => group.at === home).within)]);
    for (const node of meant.nodes) {
      const box = by.get(`n${node.at}`);
      const { rect, texts } = meant.scene.nodes[node.at];
      assert.deepEqual([box.x, box.y, box.width, box.height], [rect.x, rect.y, rect.w, rect.h]);
      assert.deepEqual(box.groupIds, [`group-n${node.at}`, ...groups(node.home)]);
      for (const part of ["label", "service"]) {
        const text = by.get(`n${node.at}-${part}-text`);
        assert.equal(letters(text?.text ?? ""), letters(...texts.filter((line) => line.role === part).map((line) => line.text)));
        assert.equal(text?.originalText ?? "", clean(node[part]));
      }
    }
    for (const edge of meant.edges) {
      const arrow = by.get(`e${edge.at}`);
      assert.deepEqual([arrow.startBinding.elementId, arrow.endBinding.elementId], [`n${edge.source}`, `n${edge.target}`]);
      assert.equal(arrow.strokeStyle, edge.style === "async" ? "dashed" : "solid");
      assert.deepEqual(
        arrow.points.map(([x, y]) => ({ x: x + arrow.x, y: y + arrow.y })),
        meant.scene.edges[edge.at].points,
      );
      const says = by.get(`e${edge.at}-label-text`);
      if (says) assert.equal(says.originalText, clean(edge.label));
    }
    for (const group of meant.groups) assert.deepEqual(by.get(`g${group.at}`).groupIds, groups(group.at));
    for (const element of elements) {
      for (const bound of element.boundElements) {
        const other = by.get(bound.id);
        const back = other.type === "arrow" ? [other.startBinding?.elementId, other.endBinding?.elementId] : [other.containerId];
        assert.ok(back.includes(element.id), `${bound.id} on ${element.id}`);
      }
      if (element.containerId) assert.ok(by.get(element.containerId).boundElements.some((bound) => bound.id === element.id));
      if (element.type === "image") assert.match(files[element.fileId].dataURL, /^data:image\/svg\+xml;base64,/);
    }
  }
});
