// The architecture of a workload of several parts, and papers in the browser's own viewer.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { close, enter, profile } from "./browser.mjs";
import { folder, serve } from "./server.mjs";
import { settled, visit, workloads } from "./app.mjs";
import { eventually } from "./expect.mjs";

after(close);

async function start(t) {
  const server = await serve(t, await folder(t));
  const page = await enter(await profile(t, { acceptDownloads: true }), server);
  await settled(page);
  const checkout = (await workloads(page)).find((one) => one.text.includes("name: Checkout")).id;
  return { server, page, checkout };
}

const frames = (page) => page.locator(".drawing .frame").evaluateAll((frames) => frames.map((frame) => frame.dataset.group));
const boxes = (page) => page.locator(".drawing [data-node]").evaluateAll((boxes) => boxes.map((box) => box.dataset.node));

test("the parts together, and each alone", async (t) => {
  const { server, page, checkout } = await start(t);
  await visit(page, server, `/w/${checkout}/architecture`);
  const parts = page.getByRole("group", { name: "Part" });
  const pressed = () => parts.locator("[aria-pressed=true]").allInnerTexts();
  assert.deepEqual(await pressed(), ["Together"], "all parts come first");
  const together = await boxes(page);
  assert.ok(new Set(together.map((box) => box.split(".")[0])).size > 1, `boxes of several parts: ${together}`);
  assert.equal(await page.locator(".pattern-choice").count(), 0, "a pattern is of one part");

  await t.test("a box with a flag says what the flag is about", async () => {
    const box = page.locator(".drawing .node:has(.flag)").first();
    const number = (await box.locator(".flag").first().textContent()).trim();
    await box.click();
    const panel = page.locator(".thing-panel");
    const costs = panel.locator("h3", { hasText: "What it costs" });
    await costs.waitFor();
    assert.equal((await panel.locator(".note-number").first().innerText()).trim(), number);
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
  });

  await t.test("every step is told", async () => {
    const steps = page.getByRole("group", { name: "A request, step by step" });
    await steps.getByRole("button", { name: "Start" }).click();
    const next = steps.getByRole("button", { name: "Next" });
    for (let told = 1; ; told += 1) {
      const text = await eventually(() => steps.locator(".step-text").innerText(), (text) => text.includes(`Step ${told} of`), "the step is named");
      assert.match(text, /Step \d+ of \d+\s+\S+/, "with what happens in it");
      assert.ok((await page.locator(".drawing .edge.is-lit").count()) > 0, `an arrow of step ${told}`);
      if (await next.isDisabled()) break;
      await next.click();
    }
    await page.locator("#reading > summary").click();
    assert.ok((await page.locator(".reading-text p").count()) > 5, "a paragraph for each");
  });

  await t.test("on another cloud the same boxes", async () => {
    await page.getByRole("group", { name: "Cloud" }).getByRole("button", { name: "Google Cloud" }).click();
    await eventually(() => page.locator(".drawing svg").evaluate((svg) => svg.textContent), (text) => text.includes("Cloud Run"), "Google's services are drawn");
    await settled(page);
    const there = new Set(await boxes(page));
    assert.ok(together.filter((box) => there.has(box)).length > together.length / 2, "most boxes stay what they are");
    assert.deepEqual(await pressed(), ["Together"]);
  });

  await t.test("one part alone", async () => {
    const before = await frames(page);
    await parts.getByRole("button", { name: "API", exact: true }).click();
    await eventually(() => frames(page), (now) => now.join() !== before.join(), "the part is drawn");
    await page.locator(".pattern-choice").waitFor();
    await page.waitForURL(/part=api/);
    await parts.getByRole("button", { name: "Together" }).click();
    await eventually(() => frames(page), (now) => now.join() === before.join(), "all parts again");
  });

  await t.test("every format can be taken away", async () => {
    await page.locator("main .menu > summary").click();
    const formats = page.locator(".export-list li");
    await formats.first().waitFor();
    assert.ok((await formats.count()) >= 10);
    for (const [name, file] of [["Picture (PNG)", /\.png$/], ["draw.io drawing", /\.drawio$/], ["Excalidraw drawing", /\.excalidraw$/]]) {
      const coming = page.waitForEvent("download");
      await formats.getByRole("button", { name: `Save ${name}` }).click();
      assert.match((await coming).suggestedFilename(), file);
    }
  });
});

test("a menu stays in the window", async (t) => {
  const { server, page, checkout } = await start(t);
  for (const screen of ["architecture", "documents"]) {
    for (const width of [360, 700, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await visit(page, server, `/w/${checkout}/${screen}`);
      await page.locator("main .menu > summary").first().click();
      const { left, right } = await page.locator("main .menu-panel").first().evaluate((panel) => panel.getBoundingClientRect().toJSON());
      assert.ok(left >= 0 && right <= width, `${screen} at ${width}: from ${left} to ${right}`);
    }
  }
});

test("a PDF is shown where the browser can, and said to be a file where it can't", async (t) => {
  const { server, page, checkout } = await start(t);
  const path = `/w/${checkout}/documents?kind=one-pager&format=pdf`;
  await visit(page, server, path);
  assert.ok(await page.evaluate(() => navigator.pdfViewerEnabled), "this browser can");
  const source = await page.locator(".sheet-of-paper > iframe").getAttribute("src");
  assert.match(source, /^blob:/);
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "pdfViewerEnabled", { get: () => false }));
  await visit(page, server, path);
  await page.getByText("Save it to look at it.").waitFor();
  assert.equal(await page.locator(".sheet-of-paper > iframe").count(), 0);
});
