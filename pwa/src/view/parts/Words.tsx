import type { ComponentChildren } from "preact";
import { _, language } from "../../i18n/index.ts";

interface Said {
  /** Whose words; without a name they are the reader's own. */
  of?: string | undefined;
  /** Who said and wrote it, in a quiet line below. */
  by?: ComponentChildren;
  small?: boolean;
  /** The language they were written in. */
  lang?: string | undefined;
  children: string;
}

/** A person's own words: the same look wherever they stand. */
export function Words({ of, by, small, lang, children }: Said) {
  return (
    <div>
      <blockquote class={small ? "words small" : "words"} lang={lang} dir="auto">
        <bdi class="unseen" lang={language.value}>
          {of ? _("{name}'s own words:", { name: of }) : _("Your own words:")}{" "}
        </bdi>
        {children}
      </blockquote>
      {by && <p class="by quiet">{by}</p>}
    </div>
  );
}
