// Time of a layout.

/** A layout and the median time of some runs, in milliseconds of the process's own work: a machine that
 * is busy with something else makes no engine slow. Or the fault of an engine that gives up. */
export async function timed(layOut, runs) {
  const times = [];
  let layout;
  try {
    for (let run = 0; run < runs; run += 1) {
      const before = process.cpuUsage();
      layout = await layOut();
      const { user, system } = process.cpuUsage(before);
      times.push((user + system) / 1000);
      // A slow engine has been measured well enough.
      if (times.reduce((a, b) => a + b) > 20_000) break;
    }
  } catch (fault) {
    return { fault: String(fault?.message ?? fault).split('\n')[0] };
  }
  times.sort((a, b) => a - b);
  return { layout, ms: times[Math.floor(times.length / 2)] };
}
