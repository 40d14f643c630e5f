"""What the check of a form knows: the extensions that are understood and where, and all that is harmless.

Everything else is named to whoever loads the form.
"""

from typing import Final, Literal

from viktig.domain.questionnaire import extensions as ext
from viktig.domain.questionnaire.extensions import EHELSE, FHIR, HELSENORGE, SDC

Where = Literal["form", "item", "text", "option", "concept"]
"""text: beside a text, where translations stand; option: an answer option or its coding; concept: of a value set."""

TEXT: Final = ("valueString",)
WHOLE: Final = ("valueInteger",)
AMOUNT: Final = ("valueInteger", "valueDecimal", "valueDate", "valueDateTime", "valueTime", "valueQuantity")
EXPRESSION: Final = ("valueExpression",)
PARTS: Final = ("extension",)

PLACES: Final[tuple[tuple[tuple[Where, ...], tuple[str, ...], tuple[str, ...]], ...]] = (
    (("text", "concept"), PARTS, (ext.TRANSLATION,)),
    (("text",), ("valueMarkdown", "valueString"), (ext.MARKDOWN,)),
    (("item",), ("valueCodeableConcept",), (ext.ITEM_CONTROL,)),
    (("item",), ("valueBoolean",), (ext.HIDDEN,)),
    (("item",), AMOUNT, (*ext.MIN_VALUE, *ext.MAX_VALUE)),
    (("item",), WHOLE, (ext.MIN_LENGTH, ext.MAX_DECIMALS, ext.MIN_OCCURS, ext.MAX_OCCURS, ext.SLIDER_STEP)),
    (("item",), TEXT, (ext.REGEX, ext.ENTRY_FORMAT, ext.OPEN_LABEL, ext.VALIDATION_TEXT, ext.REPEATS_TEXT)),
    (("item",), ("valueString", "valueMarkdown"), (ext.SUBLABEL,)),
    (("item",), ("valueCoding",), (ext.UNIT, ext.UNIT_OPTION)),
    (("item",), ("valueCode",), (ext.CHOICE_ORIENTATION,)),
    (("item",), EXPRESSION, (ext.CALCULATED[0], ext.INITIAL_EXPRESSION)),
    (("item",), EXPRESSION, (ext.ENABLE_WHEN_EXPRESSION, ext.ANSWER_EXPRESSION)),
    (("item",), TEXT, (ext.CALCULATED[1],)),
    (("form", "item"), EXPRESSION, (ext.VARIABLE,)),
    (("option", "concept"), ("valueDecimal", "valueInteger"), ext.ORDINAL),
    (("option", "concept"), ("valueBoolean",), (ext.EXCLUSIVE,)),
    (("item",), TEXT, (ext.EXAMPLE,)),
    (("item",), WHOLE, (ext.TOGETHER,)),
    (("form",), PARTS, (ext.SCORE,)),
    (("form", "item"), PARTS, (ext.MEDIA,)),
)
UNDERSTOOD: Final[dict[str, tuple[frozenset[Where], tuple[str, ...]]]] = {
    url: (frozenset(where), values) for where, values, urls in PLACES for url in urls
}
SEVERAL: Final = frozenset(
    (ext.TRANSLATION, ext.UNIT_OPTION, ext.VARIABLE, ext.EXAMPLE, ext.SCORE, ext.MEDIA, ext.ANSWER_EXPRESSION)
)
"""Those that may stand several times in one place; of the others the first counts."""

CONTROLS: Final[dict[str, frozenset[str]]] = {
    code: frozenset(kinds)
    for kinds, codes in (
        (("choice", "open-choice"), ("check-box", "radio-button", "drop-down", "autocomplete")),
        (("integer", "decimal", "quantity", "choice"), ("slider",)),
        (("integer", "decimal", "quantity"), ("spinner",)),
        (("string", "text"), ("text-box", "text-area", "textarea")),
        (("display", "text"), ext.SAID),
        (("display",), ("lower", "upper")),
        (("group",), ("page", "step", "list")),
        (("group", "display"), ("header", "footer")),
        (("group", "choice", "open-choice"), ("table", "htable", "gtable", "atable", "grid")),
        (("date",), ("year", "yearMonth")),
    )
    for code in codes
}
"""The ways of showing an item that we have, and for which types. Tables are lists on a narrow screen."""

HARMLESS: Final = frozenset(
    (
        ext.DESIGN_NOTE,
        f"{FHIR}questionnaire-displayCategory",
        f"{FHIR}questionnaire-fhirType",
        f"{FHIR}questionnaire-baseType",
        f"{FHIR}mimeType",
        f"{FHIR}maxSize",
        f"{FHIR}questionnaire-referenceResource",
        f"{FHIR}questionnaire-referenceProfile",
        f"{FHIR}structuredefinition-wg",
        f"{FHIR}structuredefinition-fmm",
        f"{FHIR}structuredefinition-standards-status",
        f"{FHIR}resource-approvalDate",
        f"{FHIR}resource-lastReviewDate",
        f"{FHIR}valueset-expansionSource",
        f"{SDC}shortText",
        f"{SDC}optionalDisplay",
        f"{EHELSE}sdf-endpoint",
        f"{EHELSE}sdf-generatepdf",
        f"{EHELSE}sdf-generatenarrative",
        f"{HELSENORGE}sdf-presentationbuttons",
        f"{HELSENORGE}sdf-hyperlink-target",
        f"{HELSENORGE}sdf-questionnaire-navgiator-state",
        f"{HELSENORGE}sdf-questionnaire-print-version",
        f"{HELSENORGE}sdf-save-capabilities",
    )
)
"""Notes for those who work with the form, and how another portal frames it: nothing of what is asked or allowed."""

HARMLESS_ELEMENTS: Final[dict[str, frozenset[str]]] = {
    "": frozenset(("id", "fhir_comments")),
    "Questionnaire": frozenset(
        (
            *("meta", "text", "identifier", "experimental", "contact", "jurisdiction", "purpose", "approvalDate"),
            *("lastReviewDate", "code", "_description", "_publisher", "_purpose", "resourceType"),
        )
    ),
    "Item": frozenset(("definition",)),
    "Coding": frozenset(("version", "userSelected")),
    "Contained": frozenset(
        (
            *("resourceType", "meta", "text", "version", "identifier", "name", "title", "status", "experimental"),
            *("date", "publisher", "contact", "description", "useContext", "jurisdiction", "immutable", "purpose"),
            *("copyright", "language"),
        )
    ),
    "Include": frozenset(("version",)),
    "Expansion": frozenset(("identifier", "timestamp", "total", "parameter")),
    "Concept": frozenset(("version",)),
    "Designation": frozenset(("use",)),
    "Expression": frozenset(("description",)),
    "CodeableConcept": frozenset(()),
}
"""Elements of FHIR R4 that say nothing of what is asked or allowed; under "" those that may stand anywhere."""

ACCESS: Final = "a rule of the portal Helsenorge: here Viktig's own rules of access decide"
UNKNOWN_EXTENSIONS: Final = {
    ext.XHTML: "the text as XHTML: the plain text is shown",
    f"{FHIR}rendering-style": "how a text is coloured or set: it is shown as other texts",
    f"{FHIR}rendering-styleSensitive": "that the style matters: the text is shown as other texts",
    f"{FHIR}cqf-expression": "a value that is calculated: it is not worked out",
    f"{FHIR}questionnaire-constraint": "a rule between answers: it is not checked",
    f"{SDC}targetConstraint": "a rule between answers: it is not checked",
    f"{FHIR}questionnaire-supportLink": "a link to more about the question: it is not shown",
    f"{FHIR}questionnaire-usageMode": "that it is for filling in or for reading only: it is shown in both",
    f"{FHIR}questionnaire-signatureRequired": "that answers are signed: nobody is asked to sign",
    f"{FHIR}questionnaire-optionPrefix": "a mark before an option: it is not shown",
    f"{FHIR}valueset-label": "a mark before an option: it is not shown",
    f"{FHIR}valueset-ordinalValue": "a weight of an option: it is not counted. Write ordinalValue",
    f"{SDC}candidateExpression": "suggested answers that are worked out: none are suggested",
    f"{SDC}launchContext": "facts from the record system: none are fetched",
    f"{SDC}itemPopulationContext": "facts from the record system: none are fetched",
    f"{SDC}observationLinkPeriod": "answers filled in from the record: none are fetched",
    f"{SDC}observationExtract": "that answers become observations: they do not",
    f"{SDC}itemExtractionContext": "that answers become other resources: they do not",
    f"{SDC}subQuestionnaire": "that another form is put in here: it is not",
    f"{SDC}entryMode": "in which order it may be answered: it can be answered in any",
    f"{SDC}answerOptionsToggleExpression": "options that come and go: all are offered",
    f"{SDC}optionsToggleExpression": "options that come and go: all are offered",
    f"{SDC}unitOpen": "units of one's own: only those that are listed are offered",
    f"{SDC}unitSupplementalSystem": "units of another system: only those that are listed are offered",
    f"{SDC}preferredTerminologyServer": "a server that knows codes: none is asked",
    f"{EHELSE}sdf-accessibilitytoresponse": ACCESS,
    f"{EHELSE}sdf-authenticationrequirement": ACCESS,
    f"{EHELSE}sdf-canbeperformedby": ACCESS,
    f"{EHELSE}sdf-discretion": ACCESS,
    f"{EHELSE}sdf-fhirpath": "a calculation in an older way: it is not worked out. Write calculatedExpression",
    f"{EHELSE}sdf-fhirpathvalidation": "a rule between answers: it is not checked",
    f"{EHELSE}sdf-optionReference": "options that refer to something: only their text is shown",
    f"{HELSENORGE}sdf-guidanceaction": "what to do after sending: it is not shown",
    f"{HELSENORGE}sdf-guidanceparameter": "facts from the portal Helsenorge: none are fetched",
    f"{HELSENORGE}validate-readonly": "that what is only read is checked too: it is",
}
"""What an extension asks for that we do not do, in plain words."""
UNKNOWN_ELEMENTS: Final = {
    "modifierExtension": "something that changes the meaning, and is not understood",
    "implicitRules": "rules outside the form, which are not followed",
    "derivedFrom": "another form that it comes from: nothing is taken from there",
    "effectivePeriod": "when it is meant to be used: it is asked outside that time too",
    "filter": "a filter: only options that are listed are offered",
    "exclude": "options to leave out: they are offered where they are listed",
    "valueSet": "another value set: only options that are listed are offered",
    "abstract": "a heading among the options: it can be chosen",
    "inactive": "an option that is out of use: it is offered",
    "comparator": "that an amount is more or less than it says: it is read as exact",
    "reference": "an expression that lies elsewhere: it is not fetched",
}
