/** Documents have versions: the twin of the server's domain/version.py. */

/** version id -> the versions it was written on */
export type Bases = ReadonlyMap<string, readonly string[]>;

/** The number of the content's shape that this app writes. */
export const SHAPE = 1;

/** The versions that no other names as its base, in order of id. A ring of names leaves no document headless. */
export function heads(bases: Bases): string[] {
  const named = new Set([...bases].flatMap(([version, names]) => names.filter((base) => base !== version)));
  const found = [...bases.keys()].filter((version) => !named.has(version));
  const covered = new Set(found.flatMap((version) => [...ancestors(bases, version)]));
  return covered.size === bases.size ? found.sort() : newest(bases, bases.keys());
}

/** The version itself and all it was written on, as far as they are known. */
export function ancestors(bases: Bases, version: string): Set<string> {
  const seen = new Set<string>();
  const waiting = [version];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    const below = bases.get(one);
    if (below === undefined || seen.has(one)) continue;
    seen.add(one);
    waiting.push(...below);
  }
  return seen;
}

/** The chosen versions and all they were written on, each after its bases (but for a ring), else in order of id. */
export function oldestFirst(bases: Bases, chosen: Iterable<string>): string[] {
  const order = new Set<string>();
  const entered = new Set<string>();
  const waiting = [...chosen].sort().reverse();
  for (let one = waiting.at(-1); one !== undefined; one = waiting.at(-1)) {
    const below = bases.get(one);
    if (below === undefined || entered.has(one)) {
      waiting.pop();
      if (below !== undefined) order.add(one);
    } else {
      entered.add(one);
      waiting.push(...below.filter((base) => !entered.has(base)).sort().reverse());
    }
  }
  return [...order];
}

/** Of the chosen versions, those that no other chosen one was (directly or not) written on; of a ring, all stand. */
export function newest(bases: Bases, chosen: Iterable<string>): string[] {
  const below = new Map([...chosen].map((version) => [version, ancestors(bases, version)]));
  const stands = (version: string): boolean =>
    ![...below].some(([other, older]) => older.has(version) && !below.get(version)?.has(other));
  return [...below.keys()].filter(stands).sort();
}
