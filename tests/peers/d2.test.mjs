// D2 compiles every diagram, and what it read is what was meant.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { D2 } from "@terrastruct/d2";
import { exports, letters, says } from "./golden.mjs";

const d2 = new D2();
after(async () => (await d2.worker)?.terminate());

test("D2 reads every diagram as it was meant", async (t) => {
  for (const meant of exports("d2")) {
    await t.test(meant.name, async () => {
      const { diagram } = await d2.compile(meant.text, { layout: "dagre" });
      const path = (home) => (home === undefined ? "" : `${path(meant.groups.find((group) => group.at === home).within)}g${home}.`);
      const own = (shape) => /(^|\.)[ng]\d+$/.test(shape.id);
      assert.deepEqual(
        diagram.shapes.filter(own).map((shape) => [shape.id, letters(shape.label)]).sort(),
        [
          ...meant.nodes.map((node) => [
            `${path(node.home)}n${node.at}`,
            letters(node.label, node.service, node.badges.length > 0 ? `notes ${node.badges.join(", ")}` : ""),
          ]),
          ...meant.groups.map((group) => [`${path(group.within)}g${group.at}`, letters(group.label)]),
        ].sort(),
      );
      assert.deepEqual(
        diagram.shapes.filter((shape) => /\.s\d+$/.test(shape.id)).map((shape) => letters(shape.label)),
        meant.strip.map((item) => letters(item.label, item.service)),
      );
      const end = (at) => `${path(meant.nodes[at].home)}n${at}`;
      assert.deepEqual(
        diagram.connections.map((edge) => [edge.src, edge.dst, letters(edge.label), edge.strokeDash > 0]).sort(),
        meant.edges.map((edge) => [end(edge.source), end(edge.target), letters(says(edge)), edge.style === "async"]).sort(),
      );
      const all = letters(...diagram.shapes.map((shape) => shape.label));
      for (const text of [meant.title, ...meant.notes.map((note) => note.text)]) assert.ok(all.includes(letters(text)), text);
      for (const shape of diagram.shapes) assert.equal(shape.link || shape.icon || "", "", shape.id);
    });
  }
});
