"""Recipes: read from the store, changed by the device process, which runs them."""

from __future__ import annotations

import tomllib

from apiflask import APIBlueprint
from flask import Response, abort, request
from pydantic import AwareDatetime, Field, ValidationError

from okng.device.protocol import AppliedRecipe
from okng.device.recipe import Recipe, RecipeVersion
from okng.device.types import Message, Name
from okng.webui.access import user_name
from okng.webui.api.documents import gives, text_response
from okng.webui.errors import explain
from okng.webui.services import services

recipes = APIBlueprint("recipes", __name__, tag="Recipes", url_prefix="/recipes")


class RecipeSummary(Message):
    """The newest version of a recipe; `active`: some version of it is the one to run."""

    name: Name
    version: int
    created_at: AwareDatetime
    author: str
    active: bool


class Recipes(Message):
    """All recipes by name."""

    recipes: list[RecipeSummary]


class RecipeVersions(Message):
    """All versions of a recipe, the newest first."""

    versions: list[RecipeVersion]


class VersionChoice(Message):
    """Without number the newest."""

    version: int | None = Field(default=None, ge=1)


@recipes.get("")
@recipes.output(Recipes)
def list_recipes() -> Recipes:
    """All recipes by name."""
    active = services().state.get("recipe_name")
    return Recipes(
        recipes=[
            RecipeSummary(
                name=newest.recipe.name,
                version=newest.version,
                created_at=newest.created_at,
                author=newest.author,
                active=newest.recipe.name == active,
            )
            for newest in services().recipes.list()
        ]
    )


@recipes.get("/<name>")
@recipes.input(VersionChoice, location="query", arg_name="choice")
@recipes.output(RecipeVersion)
def get_recipe(name: str, choice: VersionChoice) -> RecipeVersion:
    """One version of a recipe."""
    return _stored(name, choice.version)


@recipes.get("/<name>/versions")
@recipes.output(RecipeVersions)
def list_versions(name: str) -> RecipeVersions:
    """All versions of a recipe, the newest first."""
    _stored(name, None)
    return RecipeVersions(versions=list(services().recipes.versions(name)))


@recipes.get("/<name>/toml")
@recipes.input(VersionChoice, location="query", arg_name="choice")
@recipes.doc(responses=gives("text/plain", "TOML"))
def export_recipe(name: str, choice: VersionChoice) -> Response:
    """One version of a recipe as TOML, for `import` here or on another station."""
    return text_response(_stored(name, choice.version).recipe.to_toml())


@recipes.put("/<name>")
@recipes.input(Recipe, arg_name="recipe")
@recipes.output(AppliedRecipe)
@recipes.doc(responses=[409])
def apply_recipe(name: str, recipe: Recipe) -> AppliedRecipe:
    """Saves the recipe and runs with it; what the camera took otherwise is in the answer."""
    if recipe.name != name:
        abort(422, f"the recipe's name is {recipe.name!r}, but the address says {name!r}")
    return services().device.apply_recipe(recipe, user_name())


@recipes.post("/<name>/activate")
@recipes.input(VersionChoice, location="json_or_form", arg_name="choice")
@recipes.output(AppliedRecipe)
@recipes.doc(responses=[409])
def activate_recipe(name: str, choice: VersionChoice) -> AppliedRecipe:
    """Runs with a stored recipe."""
    _stored(name, choice.version)
    return services().device.activate_recipe(name, choice.version, user_name())


@recipes.post("/import")
@recipes.output(AppliedRecipe)
@recipes.doc(responses=[409, 422])
def import_recipe() -> AppliedRecipe:
    """Saves a recipe given as TOML and runs with it."""
    try:
        recipe = Recipe.from_toml(request.get_data().decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        abort(422, f"this is no TOML: {error}")
    except ValidationError as error:
        abort(422, explain(error))
    return services().device.apply_recipe(recipe, user_name())


def _stored(name: str, version: int | None) -> RecipeVersion:
    found = services().recipes.get(name, version)
    if found is None:
        there = ", ".join(one.recipe.name for one in services().recipes.list()) or "none"
        wanted = f"{name!r}" + (f" version {version}" if version else "")
        abort(404, f"there is no recipe {wanted}; there are: {there}")
    return found
