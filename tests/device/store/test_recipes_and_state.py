from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from okng.device.cameras.acquisition_settings import Acquisition, RegionOfInterest
from okng.device.recipes.recipe import Recipe
from okng.device.store.recipes import RecipeStore
from okng.device.store.state import StationState


def test_equal_content_is_one_version(tmp_path: Path) -> None:
    store = RecipeStore(tmp_path)
    bright = Recipe(name="cell", acquisition=Acquisition(exposure_us=900.5))
    roi = RegionOfInterest(width=640, height=480)
    dark = Recipe(name="cell", acquisition=Acquisition(exposure_us=50, roi=roi), threshold=0.1)
    first = store.save(bright, "ann")
    second = store.save(dark, "bob")
    again = store.save(bright, "eve")
    assert [stored.version for stored in (first, second, again)] == [1, 2, 1]
    assert again == first
    assert again.author == "ann"
    assert store.get("cell", 2) == second
    assert store.get("cell") == second
    assert store.get("cell", 3) is None
    assert store.get("absent") is None
    assert store.versions("cell") == [second, first]


def test_the_newest_of_each_recipe_is_listed(tmp_path: Path) -> None:
    store = RecipeStore(tmp_path)
    for name, threshold in (("b", 0.1), ("a", 0.2), ("b", 0.3)):
        store.save(Recipe(name=name, threshold=threshold), "ann")
    assert [(stored.recipe.name, stored.version) for stored in store.list()] == [("a", 1), ("b", 2)]
    assert RecipeStore(tmp_path).list() == store.list()


def test_threads_never_share_a_version(tmp_path: Path) -> None:
    store = RecipeStore(tmp_path)
    recipes = [Recipe(name="cell", threshold=i / 100) for i in range(24)]
    with ThreadPoolExecutor(6) as pool:
        saved = list(pool.map(lambda recipe: store.save(recipe, "ann"), recipes))
    assert sorted(stored.version for stored in saved) == list(range(1, 25))


def test_state_outlives_the_process_and_is_replaced(tmp_path: Path) -> None:
    state = StationState(tmp_path)
    assert state.get("mode") is None
    state.set("mode", "live")
    state.set("mode", "inspect")
    state.set("recipe_name", "cell")
    assert StationState(tmp_path).get("mode") == "inspect"
    assert StationState(tmp_path).get("recipe_name") == "cell"
