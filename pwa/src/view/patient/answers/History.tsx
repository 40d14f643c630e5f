import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { meaning } from "../../../domain/join.ts";
import type { QuestionnaireResponse, ResponseItem, StoredVersion } from "../../../domain/wire.ts";
import { _, when } from "../../../i18n/index.ts";
import { response, versionsOf } from "../../../store/documents.ts";
import { personally } from "../../../sync/session.ts";
import { saidBy } from "../form/saidBy.ts";
import { words } from "../form/words.ts";
import { useForm } from "../form/useForm.ts";
import { now } from "../now.ts";
import { Page } from "../Page.tsx";
import { Said } from "../Said.tsx";

interface Past {
  recorded: string;
  said: QuestionnaireResponse;
}

/** All that was ever written to one question, newest first. From the phone, and from the server when it can be reached. */
export function History({ name, link }: { name: string; link: string }) {
  const loaded = useForm(name);
  const more = useSignal<Past[]>([]);
  const form = loaded && loaded !== "away" ? loaded.form : undefined;
  useEffect(() => {
    if (!form) return;
    const documents = [form.shared, form.staff].filter((document) => versionsOf(document).length > 0);
    void Promise.allSettled(documents.map(fetched)).then((found) => {
      more.value = found.flatMap((each) => (each.status === "fulfilled" ? each.value : []));
    });
  }, [form?.shared]);
  const own = form ? [...versionsOf(form.shared), ...versionsOf(form.staff)].flatMap(kept) : [];
  const said = distinct([...more.value, ...own], link);
  return (
    <Page heading={_("What you have said before")} back={{ href: `/p/answers/${name}/${link}`, words: _("Your answer") }}>
      <p class="quiet">{_("Nothing is thrown away when you change an answer.")}</p>
      <ol class="plain stack wide" reversed>
        {said.map(({ item, at }) => (
          <li key={at + words(item)}>
            <Said small item={item} by={`${when(at, now.value)}. ${saidBy(item)}`} />
          </li>
        ))}
      </ol>
    </Page>
  );
}

async function fetched(document: string): Promise<Past[]> {
  const { versions } = await personally<{ versions: StoredVersion[] }>("GET", `/api/documents/${document}/versions`);
  return versions.map(({ recorded, content }) => ({ recorded, said: content as QuestionnaireResponse }));
}

const kept = (held: Parameters<typeof response>[0]): Past[] => {
  const said = response(held);
  return said ? [{ recorded: held.recorded, said }] : [];
};

function distinct(past: readonly Past[], link: string): { item: ResponseItem; at: string }[] {
  const found = new Map<string, { item: ResponseItem; at: string }>();
  for (const { said } of past) {
    for (const item of said.item ?? []) {
      if (item.linkId === link) found.set(item.authored + meaning([item]), { item, at: item.authored });
    }
  }
  return [...found.values()].sort((a, b) => (a.at < b.at ? 1 : -1));
}
