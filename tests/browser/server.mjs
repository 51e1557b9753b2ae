// The program under test, as a person starts it.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/// The program under test.
export const PROGRAM = process.env.PLUMBLINE ?? new URL("../../target/debug/plumbline", import.meta.url).pathname;

/// A folder for the data of one test; gone after it.
export async function folder(test) {
  const path = await mkdtemp(join(tmpdir(), "plumbline-"));
  test.after(() => rm(path, { recursive: true, force: true }));
  return path;
}

/// Starts `plumbline serve`, and waits for its link.
export async function serve(test, data, port = 0) {
  const child = spawn(PROGRAM, ["serve", "--port", String(port), "--data", data], { stdio: ["ignore", "pipe", "pipe"] });
  const gone = new Promise((resolve) => child.on("exit", resolve));
  const server = {
    async stop(signal = "SIGTERM") {
      child.kill(signal);
      await gone;
    },
  };
  test.after(() => server.stop());
  let said = "";
  server.link = await new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (text) => {
        said += text;
        const link = /http:\S+\/enter\?token=\S+/.exec(said);
        if (link) resolve(link[0]);
      });
    }
    child.on("error", reject);
    gone.then((code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
  server.port = Number(new URL(server.link).port);
  server.origin = new URL(server.link).origin;
  return server;
}
