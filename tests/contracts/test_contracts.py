"""What is told to the outside, and what is kept on the disk, changes only on purpose."""

from __future__ import annotations

import pytest

from .contracts import CONTRACTS, FOLDER, written


@pytest.mark.parametrize("name", CONTRACTS)
def test_a_contract_is_as_it_was_agreed(name: str) -> None:
    assert written(name) == (FOLDER / f"{name}.json").read_text(), (
        f"the contract {name} changed: if that is meant, run `make contracts` "
        "and say in CHANGELOG.md what changes for whom"
    )
