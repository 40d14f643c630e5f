/**
 * Browsers write down what stands in fields, to fill it in again after a crash and to suggest it to the next person:
 * in plain text. They leave out the fields of a form that asks them to.
 */
export function keepFieldsUntold(): void {
  const quiet = document.createElement("form");
  Object.assign(quiet, { id: "untold", autocomplete: "off", hidden: true });
  quiet.addEventListener("submit", (event) => event.preventDefault());
  document.body.append(quiet);
  document.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
    target.autocomplete = "off";
    if (target.form) target.form.autocomplete = "off";
    else target.setAttribute("form", quiet.id);
  });
}
