// What the tests of the rooms use of vitest, without its workers: they gather tests. `expect` is its own.
/** `describe`, `it` and what stands around them; a test goes to `gathered()`, by a name of its own, and `last()` has what ends them all. */
export function testsIn(gathered, last) {
  let group = { name: "", up: null, before: [], each: [], after: [] };

  const describe = (name, body) => {
    const inside = { name: `${group.name}${name} > `, up: group, before: [], each: [], after: [] };
    group = inside;
    body();
    group = inside.up;
  };
  const it = (name, body) => {
    const own = group;
    const id = `${own.name}${name} #${gathered().length}`;
    gathered().push({ id, run: () => runOne(own, typeof body === "function" ? body : () => undefined) });
  };
  const gathering = (make) => {
    const all = Object.assign(make, {
      each: (rows) => (name, body) => {
        for (const row of rows) make(name, () => (Array.isArray(row) ? body(...row) : body(row)));
      },
      runIf: (wanted) => (wanted ? make : gathering(() => undefined)),
    });
    return Object.assign(all, { concurrent: all });
  };
  return {
    describe: gathering(describe),
    it: gathering(it),
    beforeAll: (body) => group.before.push(body),
    beforeEach: (body) => group.each.push(body),
    afterEach: (body) => group.after.push(body),
    afterAll: (body) => last().push(body),
  };
}

async function runOne(group, body) {
  const around = [];
  for (let at = group; at !== null; at = at.up) around.unshift(at);
  for (const one of around) for (const before of one.before.splice(0)) await before();
  for (const { each } of around) for (const before of each) await before();
  await body();
  for (const { after } of around) for (const then of after) await then();
}
