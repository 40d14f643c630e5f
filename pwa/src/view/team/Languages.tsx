import { _, isLanguage, language, LANGUAGES, setLanguage } from "../../i18n/index.ts";

export function Languages() {
  const choose = (tag: string): void => void (isLanguage(tag) && setLanguage(tag));
  return (
    <select class="field language" aria-label={_("Language")} value={language.value} onChange={(event) => choose(event.currentTarget.value)}>
      {Object.entries(LANGUAGES).map(([tag, { name }]) => (
        <option key={tag} value={tag} lang={tag}>
          {name}
        </option>
      ))}
    </select>
  );
}
