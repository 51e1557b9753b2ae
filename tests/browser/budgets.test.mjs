// What the app costs: bytes, the time to the first picture, the time of a what-if, and whether
// anything jumps. Times are written down in build/budgets.json and don't fail the test: they are the
// machine's as much as the app's.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { get } from "node:http";
import { mkdir, readFile, readdir, stat, writeFile } from "node:fs/promises";
import { close, enter, profile } from "./browser.mjs";
import { folder, serve } from "./server.mjs";
import { SCREENS, create, settled, visit, workloads } from "./app.mjs";

/// The most that the whole app may be, compressed, in bytes, so that it grows no further unseen. The aim
/// is 400 kB, and is missed: see "Known limits" in ARCHITECTURE.md.
const LIMIT = 760_000;
/// More than this of WebAssembly, uncompressed, is a build for debugging, whose size says nothing.
const DEBUG = 12_000_000;
/// The most that a screen may jump while it loads.
const JUMP = 0.05;
const GOLDEN = new URL("../golden/cases/", import.meta.url).pathname;
const BUILD = new URL("../../build/", import.meta.url).pathname;

const measured = {};

after(async () => {
  await mkdir(BUILD, { recursive: true });
  await writeFile(`${BUILD}budgets.json`, `${JSON.stringify(measured, null, 2)}\n`);
  await close();
});

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const percentile = (numbers, share) => numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.ceil(numbers.length * share) - 1)];
const round = (number) => Math.round(number * 10) / 10;

/// As much as comes over the wire for an address.
const bytes = (address, cookie, encoding) =>
  new Promise((resolve, reject) => {
    get(address, { headers: { cookie, "accept-encoding": encoding } }, (reply) => {
      let size = 0;
      reply.on("data", (piece) => (size += piece.length));
      reply.on("end", () => resolve(size));
    }).on("error", reject);
  });

test("the whole app is small", async (t) => {
  const server = await serve(t, await folder(t));
  const context = await profile(t);
  const asked = new Set();
  context.on("request", (request) => asked.add(request.url()));
  const page = await enter(context, server);
  await settled(page);
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const files = [...asked].filter((url) => url.startsWith(server.origin) && !/\/(api|enter)\b/.test(url));
  const sizes = {};
  let wasm = 0;
  for (const url of files) {
    sizes[new URL(url).pathname.replace(/-[0-9a-f]{10}/, "")] = await bytes(url, cookie, "br");
    if (url.endsWith(".wasm")) wasm = await bytes(url, cookie, "identity");
  }
  const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  measured.bytes = { total, wasm_uncompressed: wasm, limit: LIMIT, aim: 400_000, sizes };
  t.diagnostic(`${total} bytes with brotli: ${JSON.stringify(sizes)}; ${wasm} bytes of WebAssembly`);
  assert.ok(wasm > 0 && Object.keys(sizes).length >= 4, "all of it was looked at");
  if (wasm > DEBUG) return t.skip("a build for debugging");
  assert.ok(total <= LIMIT, `${total} bytes`);
});

test("the first picture comes soon", async (t) => {
  const server = await serve(t, await folder(t));
  const paints = [];
  const headings = [];
  for (let turn = 0; turn < 5; turn += 1) {
    const page = await (await profile(t)).newPage();
    await page.addInitScript(() => {
      new MutationObserver(function () {
        if (window.headingAt === undefined && document.querySelector("h1")) window.headingAt = performance.now();
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(server.link);
    await page.waitForSelector("h1");
    const [paint, heading] = await page.evaluate(() => [performance.getEntriesByName("first-contentful-paint")[0]?.startTime, window.headingAt]);
    paints.push(paint);
    headings.push(heading);
    await page.close();
  }
  measured.first = { first_contentful_paint_ms: round(median(paints)), first_heading_ms: round(median(headings)), aim_ms: 1000 };
  t.diagnostic(JSON.stringify(measured.first));
  assert.ok(headings.every((time) => time > 0));
});

test("a what-if is quick on the largest workload", async (t) => {
  const server = await serve(t, await folder(t));
  const page = await enter(await profile(t, { reducedMotion: "reduce" }), server);
  const files = (await readdir(GOLDEN)).filter((name) => name.endsWith(".yaml"));
  const sizes = await Promise.all(files.map(async (name) => (await stat(GOLDEN + name)).size));
  const largest = files[sizes.indexOf(Math.max(...sizes))];
  const id = await create(page, await readFile(GOLDEN + largest, "utf8"));
  await visit(page, server, `/w/${id}/questions?section=all`);
  const times = await page.evaluate(async () => {
    const live = document.querySelector(".live");
    const said = [];
    const drawn = [];
    const radios = [...document.querySelectorAll("fieldset.question")].flatMap((field) => [...field.querySelectorAll("input[type=radio]")].slice(0, 2));
    for (const radio of radios) {
      if (said.length >= 60) break;
      if (!radio.isConnected || radio.checked) continue;
      const begun = performance.now();
      const changed = new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          resolve(performance.now());
        });
        observer.observe(live, { childList: true, subtree: true, characterData: true, attributes: true });
        setTimeout(() => resolve(null), 2000);
      });
      radio.click();
      const at = await changed;
      const frame = await new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))));
      if (at !== null) {
        said.push(at - begun);
        drawn.push(frame - begun);
      }
      // As a person does: not before what is worked out afterwards is done.
      await new Promise((resolve) => setTimeout(resolve, 350));
    }
    return { said, drawn };
  });
  assert.ok(times.said.length >= 40, `${times.said.length} answers`);
  measured.what_if = {
    workload: largest, answers: times.said.length, aim_p95_ms: 50,
    updated_p50_ms: round(percentile(times.said, 0.5)), updated_p95_ms: round(percentile(times.said, 0.95)),
    drawn_p50_ms: round(percentile(times.drawn, 0.5)), drawn_p95_ms: round(percentile(times.drawn, 0.95)),
  };
  t.diagnostic(JSON.stringify(measured.what_if));
});

test("nothing jumps while a screen loads", async (t) => {
  const server = await serve(t, await folder(t));
  const context = await profile(t);
  await context.addInitScript(() => {
    window.jumped = 0;
    window.jumpers = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (entry.hadRecentInput) continue;
        window.jumped += entry.value;
        for (const { node } of entry.sources ?? []) window.jumpers.push(`${node?.nodeName}.${node?.className ?? ""}`);
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  const page = await enter(context, server);
  await settled(page);
  const { id } = (await workloads(page)).find((one) => one.text.includes("name: Checkout"));
  const jumps = {};
  const much = [];
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    for (const path of ["/", "/?sort=name", ...SCREENS.map((screen) => `/w/${id}/${screen}`), "/knowledge", "/knowledge/rules", "/settings"]) {
      await visit(page, server, path);
      const [jumped, jumpers] = await page.evaluate(() => [window.jumped, window.jumpers]);
      const name = `${path.replace(id, "…")} at ${width}`;
      jumps[name] = Math.round(jumped * 10_000) / 10_000;
      if (jumped > JUMP) much.push(`${name}: ${jumped.toFixed(3)} (${[...new Set(jumpers)].slice(0, 5).join(", ")})`);
    }
  }
  measured.layout_shift = { limit: JUMP, jumps };
  assert.deepEqual(much, []);
});
