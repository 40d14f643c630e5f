import { _, isLanguage, language, LANGUAGES, setLanguage } from "../../i18n/index.ts";
import { set } from "../../store/device.ts";

export function Languages() {
  const choose = (tag: string): void => {
    if (!isLanguage(tag)) return;
    void setLanguage(tag);
    void set({ language: tag });
  };
  return (
    <select
      class="field language"
      aria-label={_("Language")}
      value={language.value}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      {Object.entries(LANGUAGES).map(([tag, { name }]) => (
        <option key={tag} value={tag} lang={tag}>
          {name}
        </option>
      ))}
    </select>
  );
}
