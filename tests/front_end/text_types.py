"""Prints the type `Texts` of the pages' texts: each key with its variables, from `en.ftl`."""

from __future__ import annotations

import json

from support.page_texts import TEXTS, messages, variables


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
