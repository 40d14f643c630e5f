import type { ComponentChildren } from "preact";
import type { Learning, ModuleFigures, Stop } from "../../../domain/wire.ts";
import { _, ngettext } from "../../../i18n/index.ts";
import { Head } from "../Head.tsx";
import { LEARNING, spotPath } from "../route.ts";
import { Definitions } from "./Definitions.tsx";
import { byModule, countedWords, hardWords, languageWords, met } from "./modules.ts";
import { ReviewWords } from "./ReviewWords.tsx";
import { Bar, countWords, FEW, ShareCell } from "./shares.tsx";

/** One module: where people stop, what they do not understand, what they ask; each language by itself. */
export function OneModule({ learning, module, scope }: { learning: Learning; module: string; scope: ComponentChildren }) {
  const { unit } = learning;
  const found = byModule(learning).find((one) => one.module === module);
  const all = (
    <a class="no-print" href={spotPath(unit.id, LEARNING)}>
      {_("All the modules")}
    </a>
  );
  if (!found)
    return (
      <>
        <h1>{_("There is no such module any more.")}</h1>
        <p>{all}</p>
      </>
    );
  const rows = found.rows.filter(met);
  return (
    <>
      <Head title={found.title} choose={scope}>
        <p class="quiet">{countedWords(learning)}</p>
        {all}
      </Head>
      {rows.length === 0 && <p>{_("Nobody has been offered it or opened it yet.")}</p>}
      {(rows.length > 0 ? rows : found.rows).map((row) => (
        <InLanguage key={row.language} row={row} asOf={learning.asOf} />
      ))}
      <p class="quiet">{_("{star} A share of fewer than 30: chance moves it.", { star: FEW })}</p>
      <Definitions learning={learning} />
    </>
  );
}

function InLanguage({ row, asOf }: { row: ModuleFigures; asOf: string }) {
  const { language, version, reach = {}, sure, judged = {} } = row;
  const id = `in-${language}`;
  return (
    <section class="in-language stack" aria-labelledby={id}>
      <h2 id={id}>{languageWords(language)}</h2>
      <p class="quiet">
        {_("Version {version}.", { version })} {hardWords(row) && `${hardWords(row)}.`} <ReviewWords row={row} asOf={asOf} />
      </p>
      <dl class="facts">
        <Fact name={_("Offered")}>{countWords(reach.offered)}</Fact>
        <Fact name={_("Opened, of those offered")}>
          <ShareCell share={reach.taken} all={reach.offered} />
        </Fact>
        <Fact name={_("Read to the end, of those opened")}>
          <ShareCell share={reach.finished} all={reach.opened} />
        </Fact>
        <Fact name={_("Nothing unclear")}>
          <ShareCell share={sure} />
        </Fact>
        <Fact name={_("Useful")}>
          <ShareCell share={judged.useful} />
        </Fact>
        <Fact name={_("Easy to understand")}>
          <ShareCell share={judged.understandable} />
        </Fact>
      </dl>
      <Stops row={row} />
      <Questions row={row} />
      <Unsure row={row} />
      <Lines lang={language} lines={judged.lines ?? []} />
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Stops({ row: { language, stops = [], stopped } }: { row: ModuleFigures }) {
  if (stopped === 0) return null;
  const most = Math.max(1, ...stops.map(({ count }) => count ?? 0));
  return (
    <div class="stack tight">
      <h3>{_("Where people stop")}</h3>
      <p class="quiet">
        {stopped == null
          ? _("Opened more than seven days ago and not finished. How many is hidden.")
          : ngettext(
              "{n} opened it more than seven days ago and has not finished.",
              "{n} opened it more than seven days ago and have not finished.",
              stopped,
            )}
      </p>
      <Ranked lang={language} rows={stops.map((stop) => ({ words: stopWords(stop), count: stop.count, share: (stop.count ?? 0) / most }))} />
    </div>
  );
}

const stopWords = ({ screen, title }: Stop): string =>
  title ? _("Screen {n}: {title}", { n: screen, title }) : _("The questions at the end");

function Ranked({ lang, rows }: { lang: string; rows: readonly { words: string; count?: number | null | undefined; share: number }[] }) {
  return (
    <table class="ranked">
      <tbody>
        {rows.map(({ words, count, share }) => (
          <tr key={words}>
            <th scope="row" lang={lang}>
              {words}
            </th>
            <td>{countWords(count)}</td>
            <td class="bar-cell">{count != null && <Bar share={share} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Questions({ row: { language, questions = [] } }: { row: ModuleFigures }) {
  if (questions.length === 0) return null;
  return (
    <div class="stack tight">
      <h3>{_("Understood: the first answer was right")}</h3>
      <table class="ranked">
        <tbody>
          {questions.map(({ question, right }) => (
            <tr key={question}>
              <th scope="row" lang={language}>
                {question}
              </th>
              <td>
                <ShareCell share={right} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Unsure({ row: { language, unsure = [], asked } }: { row: ModuleFigures }) {
  const most = Math.max(1, ...unsure.map(({ count }) => count ?? 0));
  if (unsure.length === 0 && asked === 0) return null;
  return (
    <div class="stack tight">
      <h3>{_("What must be explained better")}</h3>
      {unsure.length > 0 && (
        <Ranked lang={language} rows={unsure.map(({ text, count }) => ({ words: text, count, share: (count ?? 0) / most }))} />
      )}
      {asked !== 0 && (
        <p>
          {asked == null
            ? _("Some questions for the round came up here. How many is hidden.")
            : ngettext("{n} question for the round came up here.", "{n} questions for the round came up here.", asked)}
        </p>
      )}
    </div>
  );
}

function Lines({ lang, lines }: { lang: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <div class="stack tight">
      <h3>{_("What readers wrote, without a name")}</h3>
      <ul class="wrote">
        {lines.map((line, place) => (
          <li key={place}>
            <blockquote class="words small" lang={lang} dir="auto">
              {line}
            </blockquote>
          </li>
        ))}
      </ul>
    </div>
  );
}
