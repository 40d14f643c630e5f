import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { type Extended, MAX_OCCURS, MEDIA, MIN_LENGTH, MIN_OCCURS, named, REGEX } from "../../../domain/questionnaire/extensions.ts";
import type { Form, Node } from "../../../domain/questionnaire/form.ts";
import type { Place } from "../../../domain/questionnaire/places.ts";
import { isShown } from "../../../domain/questionnaire/screens.ts";
import type { ResponseItem } from "../../../domain/wire.ts";
import { bringRare } from "../../parts/form/rare.ts";
import type { Instances } from "./instances.ts";
import type { OnScreen } from "./onScreen.ts";
import type { LoadedForm } from "./useForm.ts";

export interface Drawn {
  readonly on: OnScreen;
  readonly places: readonly Place[];
  /** Each question stands above its field. */
  readonly titled: boolean;
  readonly instances: Instances;
}

/** What only some forms need, in the file that is fetched when the first question stands on the screen. */
export interface More {
  /** Groups, texts, questions below questions, and what comes several times. */
  readonly Parts: ComponentType<Drawn>;
  /** What is to be mended before going on. */
  readonly Faults: ComponentType<{ on: OnScreen }>;
  /** Differing statements, side by side. */
  readonly Unsettled: typeof import("./Unsettled.tsx").Unsettled;
  /** Writes down what the form suggests, once. */
  readonly begin: (loaded: LoadedForm) => Promise<void>;
  /** What was answered in an earlier stay. */
  readonly Earlier: typeof import("./Earlier.tsx").Earlier;
  /** Sound and films beside a form or a question. */
  readonly Media: typeof import("./Media.tsx").Media;
  /** The form has a newer version. */
  readonly Newer: ComponentType<{ loaded: LoadedForm }>;
  /** Works out what the form's expressions say. */
  readonly Weighing: ComponentType<{ loaded: LoadedForm }>;
  /** What is wrong with what stands at a place, in words. `typed`: what cannot be read as an answer. */
  readonly faults: (place: Place, items: readonly ResponseItem[], typed: string) => readonly string[];
}

export const more = signal<More | null>(null);

/** It, fetched when it is wanted here: no question may stand there without what it needs. */
export function useMore(wanted: boolean): More | null {
  const found = more.value;
  useEffect(() => {
    if (wanted && !found) bringRare().catch(() => undefined);
  }, [wanted, found]);
  return found;
}

/** What a question of a plain kind may carry and cannot do without it. */
const NEEDS = [MEDIA, REGEX, MIN_LENGTH, MIN_OCCURS, MAX_OCCURS];
export const needsMore = (of: Extended): boolean => named(of, ...NEEDS).length > 0;

/** Whether a form suggests answers. */
export const suggests = ({ nodes }: Form): boolean =>
  [...nodes.values()].some(({ item, options }) => item.initial !== undefined || options.some((option) => option.initialSelected));

/** A question that never has anything below it: not what happens to be there, or fields would begin anew when it changes. */
export const isPlain = (node: Node): boolean => node.asked && !node.many && !node.children.some((child) => isShown({ node: child }));
