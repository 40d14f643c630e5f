import { inTurn, type Jotting, keep, onLeave, rooms } from "./here.ts";

/** Words of somebody's own that are no answer and no entry of the list, until they are said: kept as they are written. */
export const jotted = (about: string): Jotting => onTheWay.get(about) ?? rooms.jottings.value.get(about) ?? { words: "" };

/** What the disk is just being given: whoever leaves a page and is back at once finds it. */
const onTheWay = new Map<string, Jotting>();
onLeave(() => onTheWay.clear());

/** `beside`: what was chosen beside the words. */
export function jot(about: string, words: string, beside: Omit<Jotting, "words"> = {}): Promise<void> {
  const jotting = { ...beside, words };
  onTheWay.set(about, jotting);
  return inTurn(() => keep([{ room: "jottings", key: about, ...(saysSomething(jotting) && { body: jotting }) }])).finally(() => {
    if (onTheWay.get(about) === jotting) onTheWay.delete(about);
  });
}

/** Who has only looked has nothing that could be lost. */
const saysSomething = ({ words, passOn, talks = {}, opinion }: Jotting): boolean =>
  words !== "" || passOn === true || opinion !== undefined || Object.values(talks).some(({ first, unsure }) => first.some(Boolean) || unsure.length > 0);
