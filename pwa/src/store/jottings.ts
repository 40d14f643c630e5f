import { inTurn, type Jotting, keep, onLeave, rooms } from "./here.ts";

/** What a hand has changed and the disk has not been given; each part as it shall be, so that it may be given twice. */
export type Change = Partial<Jotting>;

const NOTHING: Jotting = { words: "" };
const kept = (about: string): Jotting => rooms.jottings.value.get(about) ?? NOTHING;

/** Words of somebody's own that are no answer and no entry of the list, until they are said: kept as they are written. */
export const jotted = (about: string, change: Change = onTheWay.get(about) ?? {}): Jotting => withChange(kept(about), change);

/** What the disk is just being given: whoever leaves a page and is back at once finds it. */
const onTheWay = new Map<string, Change>();
onLeave(() => onTheWay.clear());
export const stillOnTheWay = (about: string): Change | undefined => onTheWay.get(about);

/** Keeps what was changed, beside what another window has kept meanwhile. False where nothing has come of it that could be lost. */
export function jot(about: string, change: Change): Promise<boolean> {
  onTheWay.set(about, change);
  return inTurn(async () => {
    const jotting = withChange(kept(about), change);
    await put(about, jotting);
    return saysSomething(jotting);
  }).finally(() => {
    if (onTheWay.get(about) === change) onTheWay.delete(about);
  });
}

/** It is said, or taken back. */
export function jotNoMore(about: string): Promise<void> {
  onTheWay.delete(about);
  return inTurn(() => put(about, NOTHING));
}

const put = (about: string, jotting: Jotting): Promise<void> =>
  keep([{ room: "jottings", key: about, ...(saysSomething(jotting) && { body: jotting }) }]);

export const withChange = <Before extends Change>(before: Before, change: Change): Before => ({
  ...before,
  ...change,
  ...((before.talks || change.talks) && { talks: { ...before.talks, ...change.talks } }),
});

/** Who has only looked, has not begun. */
const saysSomething = ({ words, passOn, thanks, talks = {}, opinion }: Jotting): boolean =>
  words !== "" ||
  passOn === true ||
  thanks === true ||
  opinion !== undefined ||
  Object.values(talks).some(({ first, unsure }) => first.some(Boolean) || unsure.length > 0);
