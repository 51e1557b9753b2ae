// A workload file whose every text is hostile is shown as what it says, on every screen and in every
// document, and nothing of it comes alive.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { close, enter, profile } from "./browser.mjs";
import { folder, serve } from "./server.mjs";
import { SCREENS, api, create, question, settled, tooWide, visit } from "./app.mjs";

const HTML = "<img src=x onerror=window.fired=1><script>window.fired=1</script><svg onload=window.fired=1>";
const ENDS = '</script></style></title></textarea></pre>"><iframe srcdoc="<script>top.fired=1</script>">';
const LINK = "[a link](javascript:window.fired=1) <a href='javascript:window.fired=1'>x</a> ![p](https://hostile.example/p.png)";
const MARK = "{{7*7}} ${7*7} <%= 7*7 %> =HYPERLINK(\"https://hostile.example\",\"x\") @SUM(A1) -1+1|calc";
const EMOJI = "👩‍👩‍👧‍👦 Ünïcødé \u05e9\u05dc\u05d5\u05dd";
const NAME = `${HTML} & "q" 'q' ${EMOJI}`;
const LONG = "W".repeat(380);

/// The file; JSON's strings are YAML's too.
function file() {
  const say = JSON.stringify;
  const remarks = (value, note, owner) => `{value: ${value}, note: ${say(note)}, owner: ${say(owner)}, evidence: ${say("see <b onclick=window.fired=1>the wiki</b> javascript page")}}`;
  return [
    "plumbline: 1",
    `name: ${say(NAME)}`,
    `summary: ${say(`${ENDS} ${LINK} ${MARK}`)}`,
    "answers:",
    `  provider: ${remarks("aws", HTML, ENDS.slice(0, 60))}`,
    `  compliance: ${remarks("[payment]", MARK, "=1+1")}`,
    "parts:",
    "  - id: first",
    `    name: ${say(`API ${HTML}`)}`,
    "    answers:",
    `      trigger: ${remarks("http", LINK, LONG.slice(0, 80))}`,
    `      waiting: ${remarks("person", LONG, EMOJI)}`,
    `      work_kind: ${remarks("api", `${HTML}${LINK}`, HTML.slice(0, 60))}`,
    `      latency_target: ${remarks("800 ms", ENDS, "o")}`,
    "      traffic_shape: spiky",
    "  - id: second",
    `    name: ${say(LONG.slice(0, 100))}`,
    "    answers: {trigger: queue, waiting: nobody}",
    "decisions:",
    `  cold-starts: {choice: mitigate, owner: ${say(HTML.slice(0, 60))}, note: ${say(`${ENDS}${LINK}`)}}`,
    "checks:",
    `  least-privilege: {state: in-progress, owner: ${say(HTML.slice(0, 60))}, note: ${say(MARK)}}`,
    "",
  ].join("\n");
}

/// What came alive of the workload in a document; runs in the page.
function alive() {
  const found = [];
  const look = (document, where) => {
    for (const element of document.querySelectorAll("*")) {
      for (const { name, value } of element.attributes) {
        if (name.startsWith("on")) found.push(`${where}: ${element.tagName} ${name}`);
        if (/^(href|src|action|xlink:href)$/.test(name) && /^\s*(javascript|vbscript|data:text\/html)/i.test(value)) found.push(`${where}: ${element.tagName} ${value}`);
        if (/^(src|srcset|data|background)$/.test(name) && /hostile\.example|^x$/.test(value)) found.push(`${where}: ${element.tagName} ${value}`);
      }
    }
    for (const script of document.querySelectorAll("script")) if (/fired/.test(script.textContent)) found.push(`${where}: a script`);
    for (const frame of document.querySelectorAll("iframe")) {
      if (/fired/.test(frame.srcdoc) && frame.closest(".frames") === null) found.push(`${where}: a frame`);
      if (frame.contentDocument) look(frame.contentDocument, `${where} preview`);
    }
  };
  look(document, location.pathname);
  if (window.fired) found.push(`${location.pathname}: it ran`);
  return found;
}

after(close);

test("nothing hostile comes alive on any screen or in any document", async (t) => {
  const server = await serve(t, await folder(t));
  const context = await profile(t, { reducedMotion: "reduce" });
  const page = await enter(context, server);
  await settled(page);
  const strange = [];
  page.on("dialog", (dialog) => {
    strange.push(`a dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  context.on("request", (request) => {
    // The viewer of PDF is a part of the browser.
    if (!request.url().startsWith(server.origin) && !/^(data|blob|about|chrome|chrome-extension):/.test(request.url())) strange.push(`a request: ${request.url()}`);
  });
  const id = await create(page, file());
  const look = async () => {
    strange.push(...(await page.evaluate(alive)));
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await settled(page);
      const wide = await page.evaluate(tooWide);
      if (wide) strange.push(`${page.url()} in ${width}: ${wide}`);
    }
  };
  await visit(page, server, "/?sort=name");
  await page.getByRole("link", { name: NAME }).waitFor();
  await look();
  await page.getByRole("button", { name: /^What to do with <img/ }).click();
  await look();
  for (const screen of SCREENS) {
    await visit(page, server, `/w/${id}/${screen}`);
    await look();
  }
  assert.equal(await page.title(), `Compare · ${NAME} · Plumbline`);
  for (const query of ["section=review", "section=all&part=all", "section=all&part=first"]) {
    await visit(page, server, `/w/${id}/questions?${query}`);
    await look();
  }
  await api(page, `/api/workloads/${id}/versions`, "POST", { name: HTML.slice(0, 100) });
  await visit(page, server, `/w/${id}/compare?with=version:1`);
  await look();
  await page.keyboard.press("Control+k");
  await look();

  const kinds = await api(page, "/api/documents");
  for (const kind of kinds.filter((kind) => !kind.of_part)) {
    // Of a PDF nothing is in the page: the browser's viewer shows it.
    for (const format of kind.formats.filter((format) => format.id !== "pdf" || kind.id === "one-pager")) {
      await visit(page, server, `/w/${id}/documents?kind=${kind.id}&format=${format.id}`);
      await page.waitForFunction(() => document.querySelector(".btn-main:not([disabled])") !== null);
      await look();
    }
  }
  assert.deepEqual(strange, []);
});

test("documents as files say hostile text as text", async (t) => {
  const server = await serve(t, await folder(t));
  const page = await enter(await profile(t), server);
  for (const kind of await api(page, "/api/documents")) {
    // What is printed or painted has no markup that could come alive.
    for (const format of kind.formats.filter((format) => !/^(pdf|png)$/.test(format.id))) {
      const { base64, media_type: type } = await api(page, "/api/documents", "POST", { text: file(), kind: kind.id, format: format.id, date: "2026-11-21" });
      const text = Buffer.from(base64, "base64").toString("utf8");
      const name = `${kind.id}.${format.id}`;
      if (/html|svg/.test(type)) {
        assert.doesNotMatch(text, /<(img|script|svg|iframe|a|b)\b[^>]*(fired|=x\b)/i, name);
        assert.doesNotMatch(text, /<[a-z][^<>]*\shref=["']?\s*javascript:/i, name);
      }
      if (/markdown/.test(type)) {
        assert.doesNotMatch(text, /(?<!\\)\]\(javascript:/i, name);
        assert.doesNotMatch(text, /(?<![\\`])<(img|script|svg|iframe)\b/i, name);
      }
      if (/csv/.test(type)) assert.doesNotMatch(text, /(^|[,;"\n])[=@+-](HYPERLINK|SUM|1)/m, name);
    }
  }
});

test("a link that runs something is no evidence", async (t) => {
  const server = await serve(t, await folder(t));
  const page = await enter(await profile(t), server);
  await settled(page);
  const id = await create(page, "plumbline: 1\nname: Links\n");
  await visit(page, server, `/w/${id}/questions`);
  const field = question(page, "waiting");
  await field.getByRole("button", { name: /note, owner or evidence/ }).click();
  for (const link of ["javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:x"]) {
    await field.getByLabel("Evidence").fill(link);
    await field.getByLabel("Evidence").press("Tab");
    await field.getByRole("alert").filter({ hasText: "is not a web address" }).waitFor();
    assert.equal(await field.locator("a[href^='javascript'], a[href^='data'], a[href^='vbscript']").count(), 0);
  }
  await field.getByLabel("Evidence").fill("https://example.org/a");
  await field.getByLabel("Evidence").press("Tab");
  const link = field.getByRole("link", { name: "https://example.org/a" });
  await link.waitFor();
  assert.match(await link.getAttribute("rel"), /noreferrer/);
});
