import { bySpot, meaning, spot, unspot } from "../domain/join.ts";
import type { FormForStay, ResponseItem, Review, Task } from "../domain/wire.ts";
import { type Audience, documentOf, sentItems, sentVersions, statements, unsentLinks } from "./answers.ts";
import { response } from "./documents.ts";
import { type Held, rooms } from "./here.ts";

/** Where one answer is now, from the phone to what was done about it. */
export interface Journey {
  readonly items: readonly ResponseItem[];
  readonly audience: Audience;
  /** Written on this phone or another, by the writer's clock. */
  readonly saved: string;
  readonly sent: boolean;
  /** Changed since it was sent, and the change is not sent. */
  readonly changed: boolean;
  readonly received: string;
  readonly review?: Review;
  readonly tasks: readonly Task[];
}

export function journey(form: FormForStay, at: string): Journey | undefined {
  const now = statements(form).get(at);
  if (!now) return undefined;
  const document = documentOf(form, now.audience);
  const sent = bySpot(sentItems(document)).get(at) ?? [];
  const all = carriers(document, at, sent);
  const reviews = all.map((held) => firstReview(new Set(held.map(({ version }) => version))));
  const review = last(reviews, ({ at }) => at);
  return {
    items: now.items,
    audience: now.audience,
    saved: now.items.map((item) => item.authored).sort()[0] ?? "",
    sent: sent.length > 0,
    changed: unsentLinks(form).includes(at),
    received: last(all.map((held) => held.map(({ received }) => received).filter(Boolean).sort()[0]), (at) => at) ?? "",
    ...(review && { review }),
    tasks: tasks().filter((task) => task.quote?.linkId === unspot(at).linkId),
  };
}

/** The sent versions that carry these very words: who read one of them has read this answer. Of words that differ, each by itself. */
function carriers(document: string, at: string, sent: readonly ResponseItem[]): Held[][] {
  const said = sent.some(({ unsettled }) => unsettled) ? sent.map((item) => [item]) : [sent];
  return said.map((words) =>
    sentVersions(document).filter((held) => {
      const own = (response(held)?.item ?? []).filter((item) => spot(item) === at);
      return meaning(own) === meaning(words) || (sent.length > 1 && own.some((item) => meaning([item]) === meaning(words)));
    }),
  );
}

/** The latest, when there is one of each. */
function last<T>(found: readonly (T | undefined)[], at: (one: T) => string): T | undefined {
  const there = found.flatMap((one) => (one === undefined ? [] : [one]));
  return there.length === found.length ? there.sort((a, b) => (at(a) < at(b) ? -1 : 1)).at(-1) : undefined;
}

export const tasks = (): Task[] =>
  [...rooms.tasks.value.values()]
    .filter((task) => task.status !== "cancelled" && task.status !== "rejected")
    .sort((a, b) => (a.madeAt < b.madeAt ? -1 : 1));

function firstReview(versions: ReadonlySet<string>): Review | undefined {
  return [...rooms.reviews.value.values()]
    .filter((review) => !review.undone && review.versions.some((version) => versions.has(version)))
    .sort((a, b) => (a.at < b.at ? -1 : 1))[0];
}

/** The first reading of anything that was sent in this form. */
export const anyReview = (form: FormForStay): Review | undefined =>
  firstReview(new Set([...sentVersions(form.shared), ...sentVersions(form.staff)].map((held) => held.version)));
