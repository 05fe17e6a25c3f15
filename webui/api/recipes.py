"""Recipes: read from the store; saved and activated by the device process that runs them."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response, abort, request
from pydantic import AwareDatetime, Field, ValidationError

from okng.device.ipc.commands import ActivateRecipe, AppliedRecipe, ApplyRecipe
from okng.device.recipes.recipe import Recipe, RecipeVersion
from okng.device.types import Name
from okng.models.strict_model import StrictModel
from okng.webui.auth.current_user import user_name
from okng.webui.openapi import media_type_response
from okng.webui.services import services
from okng.webui.validation_errors import explain

recipes = APIBlueprint("recipes", __name__, tag="Recipes", url_prefix="/recipes")


class RecipeSummary(StrictModel):
    """The newest version of a recipe; `active` if the station runs any version of it."""

    name: Name
    version: int
    created_at: AwareDatetime
    author: str
    active: bool


class Recipes(StrictModel):
    """All recipes, sorted by name."""

    recipes: list[RecipeSummary]


class RecipeVersions(StrictModel):
    """All versions of a recipe, the newest first."""

    versions: list[RecipeVersion]


class VersionChoice(StrictModel):
    """The version of a recipe; without a number the newest."""

    version: int | None = Field(default=None, ge=1)


class Consent(StrictModel):
    """Whether objections to the recipe's model are overridden."""

    anyway: bool = False
    """Use its model even if it finds no defects, or fewer than the version before; this is
    recorded. Without it, such a recipe is refused with these objections in `detail`."""


class Activation(VersionChoice, Consent):
    """The version of a recipe to activate; without a number the newest."""


class Restoration(Consent):
    """Which version is restored, and why."""

    version: int = Field(ge=1)
    why: str = Field(min_length=1, max_length=400)


@recipes.get("")
@recipes.output(Recipes)
def list_recipes() -> Recipes:
    """Lists all recipes by name."""
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
    """Returns one version of a recipe."""
    return _stored(name, choice.version)


@recipes.get("/<name>/versions")
@recipes.output(RecipeVersions)
def list_versions(name: str) -> RecipeVersions:
    """Lists all versions of a recipe, the newest first."""
    _stored(name, None)
    return RecipeVersions(versions=list(services().recipes.versions(name)))


@recipes.get("/<name>/toml")
@recipes.input(VersionChoice, location="query", arg_name="choice")
@recipes.doc(responses=media_type_response("text/plain", "TOML"))
def export_recipe(name: str, choice: VersionChoice) -> Response:
    """Returns one version of a recipe as TOML, for `import` here or on another station."""
    toml = _stored(name, choice.version).recipe.to_toml()
    return Response(toml, mimetype="text/plain")


@recipes.put("/<name>")
@recipes.input(Recipe, arg_name="recipe")
@recipes.input(Consent, location="query", arg_name="consent")
@recipes.output(AppliedRecipe)
@recipes.doc(responses=[409])
def apply_recipe(name: str, recipe: Recipe, consent: Consent) -> AppliedRecipe:
    """Saves the recipe and runs it; the answer lists the settings that the camera adjusted."""
    if recipe.name != name:
        abort(422, f"the recipe's name is {recipe.name!r}, but the address says {name!r}")
    return _apply(recipe, consent)


@recipes.post("/<name>/activate")
@recipes.input(Activation, location="json_or_form", arg_name="choice")
@recipes.output(AppliedRecipe)
@recipes.doc(responses=[409])
def activate_recipe(name: str, choice: Activation) -> AppliedRecipe:
    """Activates a stored recipe."""
    _stored(name, choice.version)
    return services().device.ask(
        ActivateRecipe(name=name, version=choice.version, anyway=choice.anyway, author=user_name())
    )


@recipes.post("/<name>/restore")
@recipes.input(Restoration, arg_name="restoration")
@recipes.output(AppliedRecipe)
@recipes.doc(responses=[409])
def restore_recipe(name: str, restoration: Restoration) -> AppliedRecipe:
    """Runs an earlier version's settings as a new version, whose note says which one and why."""
    newest = _stored(name, None).version
    # The newest version's number makes the content new, so that it becomes a version of its own.
    note = f"Version {restoration.version} restored after version {newest}: {restoration.why}"
    recipe = _stored(name, restoration.version).recipe.model_copy(update={"note": note})
    return _apply(recipe, restoration)


@recipes.post("/check")
@recipes.output(Recipe)
@recipes.doc(responses=[422])
def check_recipe() -> Recipe:
    """Returns the recipe that a TOML text describes, for a comparison; saves and runs nothing."""
    return _recipe_in_body()


@recipes.post("/import")
@recipes.input(Consent, location="query", arg_name="consent")
@recipes.output(AppliedRecipe)
@recipes.doc(responses=[409, 422])
def import_recipe(consent: Consent) -> AppliedRecipe:
    """Saves a recipe given as TOML and runs it."""
    return _apply(_recipe_in_body(), consent)


def _recipe_in_body() -> Recipe:
    try:
        return Recipe.from_toml(request.get_data().decode())
    except ValidationError as error:
        abort(422, explain(error, Recipe))
    except ValueError as error:  # no UTF-8, no TOML
        abort(422, f"this is not TOML: {error}")


def _apply(recipe: Recipe, consent: Consent) -> AppliedRecipe:
    command = ApplyRecipe(recipe=recipe, anyway=consent.anyway, author=user_name())
    return services().device.ask(command)


def _stored(name: str, version: int | None) -> RecipeVersion:
    recipe = services().recipes.get(name, version)
    if recipe is None:
        names = ", ".join(stored.recipe.name for stored in services().recipes.list()) or "none"
        requested = f"{name!r}" + (f" version {version}" if version else "")
        abort(404, f"there is no recipe {requested}; there are: {names}")
    return recipe
