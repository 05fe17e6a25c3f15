"""Prints the type `Texts` of the pages' texts: each key with its variables, from `en.ftl`."""

from __future__ import annotations

import json
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, VariableReference
from fluent.syntax.visitor import Visitor

TEXTS = Path(__file__).parents[2] / "webui" / "static" / "app" / "texts"


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)


def messages(source: str) -> dict[str, Message]:
    """The messages of a language's file, by key."""
    entries = FluentParser().parse(source).body
    return {entry.id.name: entry for entry in entries if isinstance(entry, Message)}


def variables(message: Message) -> set[str]:
    """The names of the variables in a message."""
    visitor = _Variables()
    visitor.visit(message)
    return visitor.names


def types(source: str) -> str:
    """The declarations in TypeScript."""
    lines = []
    for key, message in messages(source).items():
        given = "; ".join(f"{name}: string | number" for name in sorted(variables(message)))
        lines.append(f"  {json.dumps(key)}: {{{given}}};")
    return "\n".join(
        [
            "/** The texts of the pages, each with its variables. */",
            "interface Texts {",
            *lines,
            "}",
            "/** The variables of a text as arguments: none where it has none. */",
            "type TextVariables<Key extends keyof Texts> =",
            "  {} extends Texts[Key] ? [] : [variables: Texts[Key]];",
        ]
    )


if __name__ == "__main__":
    print(types((TEXTS / "en.ftl").read_text()))
