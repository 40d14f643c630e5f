"""FHIR R4 Questionnaire as we read it: each element that changes what is shown, asked or allowed.

What stands here is understood; the rest is kept in the file as it came and named by `viktig questionnaire check`.
"""

from typing import Literal

from msgspec import field

from viktig.domain.shape import Shape

ItemType = Literal[
    "group",
    "display",
    "boolean",
    "decimal",
    "integer",
    "date",
    "dateTime",
    "time",
    "string",
    "text",
    "url",
    "choice",
    "open-choice",
    "attachment",
    "reference",
    "quantity",
]
Operator = Literal["exists", "=", "!=", ">", "<", ">=", "<="]


class Extension(Shape, kw_only=True, frozen=True):
    url: str
    extension: tuple["Extension", ...] = ()
    value_boolean: bool | None = None
    value_code: str = ""
    value_string: str = ""
    value_string_more: "Element | None" = field(default=None, name="_valueString")
    value_markdown: str = ""
    value_markdown_more: "Element | None" = field(default=None, name="_valueMarkdown")
    value_integer: int | None = None
    value_decimal: float | None = None
    value_date: str | None = None
    value_date_time: str | None = None
    value_time: str | None = None
    value_uri: str = ""
    value_url: str = ""
    value_canonical: str = ""
    value_coding: "Coding | None" = None
    value_codeable_concept: "CodeableConcept | None" = None
    value_quantity: "Quantity | None" = None
    value_expression: "Expression | None" = None


class Element(Shape, frozen=True):
    """What FHIR says of a plain value beside the value itself: translations, and how it is written."""

    extension: tuple[Extension, ...] = ()


class Coding(Shape, kw_only=True, frozen=True):
    system: str = ""
    code: str = ""
    display: str = ""
    more: Element | None = field(default=None, name="_display")
    extension: tuple[Extension, ...] = ()


class CodeableConcept(Shape, frozen=True):
    coding: tuple[Coding, ...] = ()
    text: str = ""


class Quantity(Shape, kw_only=True, frozen=True):
    value: float | None = None
    unit: str = ""
    system: str = ""
    code: str = ""


class Expression(Shape, kw_only=True, frozen=True):
    language: str = ""
    expression: str = ""
    name: str = ""


class Value(Shape, kw_only=True, frozen=True):
    """One of FHIR's value[x]; exactly one field is set."""

    value_boolean: bool | None = None
    value_decimal: float | None = None
    value_integer: int | None = None
    value_date: str | None = None
    value_date_time: str | None = None
    value_time: str | None = None
    value_string: str | None = None
    value_uri: str | None = None
    value_coding: Coding | None = None
    value_quantity: Quantity | None = None


class AnswerOption(Value, kw_only=True, frozen=True):
    more: Element | None = field(default=None, name="_valueString")
    initial_selected: bool = False
    extension: tuple[Extension, ...] = ()


class EnableWhen(Shape, kw_only=True, frozen=True):
    question: str
    operator: Operator
    answer_boolean: bool | None = None
    answer_decimal: float | None = None
    answer_integer: int | None = None
    answer_date: str | None = None
    answer_date_time: str | None = None
    answer_time: str | None = None
    answer_string: str | None = None
    answer_coding: Coding | None = None
    answer_quantity: Quantity | None = None


class Item(Shape, kw_only=True, frozen=True):
    link_id: str
    type: ItemType
    prefix: str = ""
    text: str = ""
    text_more: Element | None = field(default=None, name="_text")
    code: tuple[Coding, ...] = ()
    enable_when: tuple[EnableWhen, ...] = ()
    enable_behavior: Literal["all", "any"] | None = None
    required: bool = False
    repeats: bool = False
    read_only: bool = False
    max_length: int | None = None
    answer_value_set: str = ""
    answer_option: tuple[AnswerOption, ...] = ()
    initial: tuple[Value, ...] = ()
    extension: tuple[Extension, ...] = ()
    item: tuple["Item", ...] = ()


class Designation(Shape, kw_only=True, frozen=True):
    language: str = ""
    value: str = ""


class Concept(Shape, kw_only=True, frozen=True):
    """Of a contained value set, in its definition or its expansion."""

    system: str = ""
    code: str = ""
    display: str = ""
    more: Element | None = field(default=None, name="_display")
    designation: tuple[Designation, ...] = ()
    extension: tuple[Extension, ...] = ()
    contains: tuple["Concept", ...] = ()


class Include(Shape, kw_only=True, frozen=True):
    system: str = ""
    concept: tuple[Concept, ...] = ()


class Compose(Shape, frozen=True):
    include: tuple[Include, ...] = ()


class Expansion(Shape, frozen=True):
    contains: tuple[Concept, ...] = ()


class Contained(Shape, kw_only=True, frozen=True):
    """A resource inside the form; only value sets are read."""

    resource_type: str
    id: str = ""
    url: str = ""
    compose: Compose | None = None
    expansion: Expansion | None = None


class Range(Shape, kw_only=True, frozen=True):
    low: Quantity | None = None
    high: Quantity | None = None


class UsageContext(Shape, kw_only=True, frozen=True):
    """Where, for whom and in which work a form is meant."""

    code: Coding
    value_codeable_concept: CodeableConcept | None = None
    value_range: Range | None = None


class Questionnaire(Shape, kw_only=True, tag_field="resourceType", tag="Questionnaire", frozen=True, cache_hash=True):
    id: str = ""
    url: str = ""
    version: str = ""
    name: str = ""
    language: str = ""
    title: str = ""
    title_more: Element | None = field(default=None, name="_title")
    status: str = ""
    description: str = ""
    date: str = ""
    publisher: str = ""
    copyright: str = ""
    subject_type: tuple[str, ...] = ()
    use_context: tuple[UsageContext, ...] = ()
    contained: tuple[Contained, ...] = ()
    extension: tuple[Extension, ...] = ()
    item: tuple[Item, ...] = ()

    @property
    def canonical(self) -> str:
        return f"{self.url}|{self.version}"

    @property
    def about(self) -> Literal["patient", "related"]:
        return "related" if "RelatedPerson" in self.subject_type else "patient"
