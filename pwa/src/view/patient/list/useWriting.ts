import { type Signal, useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { Entry } from "../../../domain/entry.ts";
import { uuid7 } from "../../../domain/ids.ts";
import { headsOf } from "../../../store/documents.ts";
import { adopt, begun, drop, hold, listed, put } from "../../../store/entries.ts";
import type { EntryDraft } from "../../../store/here.ts";
import type { PenState } from "../form/pen.ts";
import { useLayingDown } from "../useLayingDown.ts";

const PAUSE = 300;

/** An entry under somebody's hands: every keystroke is kept as a draft, and becomes a version when the person says so. */
export interface Writing<E extends Entry> {
  readonly entry: E;
  readonly state: PenState;
  /** Something is written that is not saved on the list. */
  readonly begun: boolean;
  write(change: Partial<E>): void;
  /** True when it stands on the list. */
  save(change?: Partial<E>): Promise<boolean>;
  discard(): Promise<void>;
}

/** `document`: an entry that stands; without one it is a new one, and `blank` is how it begins. */
export function useWriting<E extends Entry>(document: string | undefined, blank: E): Writing<E> {
  const draft: Signal<EntryDraft | null> = useSignal<EntryDraft | null>(null);
  const state = useSignal<PenState>("resting");
  const hand = useMemo(() => {
    let key = "";
    let kept: EntryDraft | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;

    /** Where a draft lies, the person goes on with it. */
    function begin(): void {
      const all = begun((each) => (document ? each.document === document : startsAs(each.content, blank) && !listed(each.document)));
      const found = all.at(aboutOf(blank) ? -1 : 0);
      if (found) adopt(...found);
      key = found?.[0] ?? uuid7();
      draft.value = kept = found?.[1] ?? null;
      state.value = "resting";
    }
    begin();

    let holding = Promise.resolve(true);

    /** Resolved when all that was written is kept; false when it could not be. */
    function flush(): Promise<boolean> {
      clearTimeout(timer);
      timer = undefined;
      return (holding = holding.then(async () => {
        const mine = draft.value;
        if (!mine || mine === kept) return true;
        try {
          key = await hold(key, mine);
          kept = mine;
          if (draft.value === mine) state.value = "kept";
          return true;
        } catch {
          state.value = "failed";
          return false;
        }
      }));
    }
    const fresh = (): EntryDraft => ({
      document: document ?? uuid7(),
      base: document ? headsOf(document) : [],
      content: (document && listed(document)?.entry) || blank,
    });
    const set = (change: object): EntryDraft => {
      const before = draft.value ?? fresh();
      return (draft.value = { ...before, content: lean({ ...before.content, ...change } as Entry) });
    };
    return {
      flush,
      write(change: object): void {
        set(change);
        state.value = "writing";
        timer ??= setTimeout(() => void flush(), PAUSE);
      },
      async save(change: object = {}): Promise<boolean> {
        const mine = set(change);
        clearTimeout(timer);
        timer = undefined;
        try {
          await holding;
          await put(key, mine);
        } catch {
          state.value = "failed";
          return false;
        }
        begin();
        return true;
      },
      async discard(): Promise<void> {
        clearTimeout(timer);
        timer = undefined;
        await holding;
        await drop(key);
        begin();
      },
    };
  }, [document, blank.resourceType, aboutOf(blank)]);
  useLayingDown(hand.flush, hand);
  const standing = document ? listed(document)?.entry : undefined;
  return {
    entry: (draft.value?.content ?? standing ?? blank) as E,
    state: state.value,
    begun: draft.value !== null,
    write: hand.write,
    save: hand.save,
    discard: hand.discard,
  };
}

/** What is empty is left out, as everywhere on the wire. */
const lean = (entry: Entry): Entry =>
  Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== "" && value !== undefined)) as unknown as Entry;

const aboutOf = (entry: Entry): string => (entry.resourceType === "VisitQuestion" ? [entry.module, entry.passage].filter(Boolean).join(" ") : "");
/**
 * A question about a paragraph goes on with its own words only. Where nobody knows any more which paragraph it was (the
 * page was loaded anew, or locked), what was begun last about the same text is gone on with, and says which.
 */
function startsAs(entry: Entry, blank: Entry): boolean {
  if (entry.resourceType !== "VisitQuestion" || blank.resourceType !== "VisitQuestion" || !blank.module) {
    return entry.resourceType === blank.resourceType;
  }
  return entry.module === blank.module && (!blank.passage || entry.passage === blank.passage);
}
