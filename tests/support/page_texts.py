"""The texts of the pages as Fluent's parser reads them."""

from __future__ import annotations

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
