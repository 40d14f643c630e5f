import { byLink, meaning } from "../domain/join.ts";
import type { FormForStay, ResponseItem, Review, Task } from "../domain/wire.ts";
import { type Audience, documentOf, sentItems, sentVersions, statements, unsentLinks } from "./answers.ts";
import { response } from "./documents.ts";
import { rooms } from "./here.ts";

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

export function journey(form: FormForStay, linkId: string): Journey | undefined {
  const now = statements(form).get(linkId);
  if (!now) return undefined;
  const document = documentOf(form, now.audience);
  const sent = byLink(sentItems(document)).get(linkId) ?? [];
  // The versions that carry these very words: who read one of them has read this answer.
  const carriers = sentVersions(document).filter(
    (held) => meaning((response(held)?.item ?? []).filter((item) => item.linkId === linkId)) === meaning(sent),
  );
  const review = firstReview(new Set(carriers.map((held) => held.version)));
  return {
    items: now.items,
    audience: now.audience,
    saved: now.items.map((item) => item.authored).sort()[0] ?? "",
    sent: sent.length > 0,
    changed: unsentLinks(form).includes(linkId),
    received: carriers.map((held) => held.received).filter(Boolean).sort()[0] ?? "",
    ...(review && { review }),
    tasks: tasks().filter((task) => task.quote?.linkId === linkId),
  };
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
