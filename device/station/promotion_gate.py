"""The promotion gate: which model and threshold may judge, and what is recorded of the change.

What judges is a model, by its hash, with the threshold in force. A recipe that judges as its name
did last is never asked for anything; one that judges otherwise has to get the model's regression
set right, and where its figures speak against it, a person has to want it anyway. Going back to the
version before is always allowed: it is the way out of trouble.
"""

from __future__ import annotations

from pathlib import Path

from okng.device.inspection.loaded_recipe import LoadedRecipe
from okng.device.ipc.errors import ObjectedError, RefusedError
from okng.device.station.objections import objections
from okng.device.store.promotions import Change, ChangeKind, Judging, PromotionStore, TrialOutcome
from okng.device.store.regression import RegressionStore, Standing, StandingState
from okng.device.store.trials import TrialStore


class PromotionGate:
    """Checks each change of what judges; usable from any thread."""

    def __init__(self, data_dir: Path) -> None:
        self._models_dir = data_dir / "models"
        self._promotions = PromotionStore(data_dir)
        self._regression = RegressionStore(data_dir)
        self._trials = TrialStore(data_dir)

    def change(
        self,
        running: LoadedRecipe,
        wanted: LoadedRecipe,
        kind: ChangeKind,
        why: str,
        author: str,
        *,
        anyway: bool = False,
    ) -> Change | None:
        """The change from what runs to what is wanted; None when both judge alike.

        Raises:
            RefusedError: the wanted model hasn't passed its regression set; never for a rollback.
            ObjectedError: it finds no defects or fewer than before, and isn't wanted `anyway`;
                never for a rollback.
        """
        before, after = self._before(running, wanted), judging_of(wanted)
        if before == after:
            return None
        standing = self._regression.standing(after.model, after.threshold) if after else None
        overridden: tuple[str, ...] = ()
        if after and standing and kind is not ChangeKind.ROLLBACK:
            _require_passed(after, standing)
            overridden = objections(self._models_dir, before, after)
            if overridden and not anyway:
                raise ObjectedError(f"{after.model.name} version {after.model.version}", overridden)
        return Change(
            kind=kind,
            before=before,
            after=after,
            author=author,
            why=why,
            regression=standing,
            trial=self._trial(before, after),
            objections=overridden,
        )

    def _before(self, running: LoadedRecipe, wanted: LoadedRecipe) -> Judging | None:
        """What ran last under the name of the wanted recipe."""
        name = wanted.version.recipe.name
        judging = judging_of(running) if name == running.version.recipe.name else None
        last = None if judging else self._promotions.last(name)
        return last.after if last else judging

    def _trial(self, before: Judging | None, after: Judging | None) -> TrialOutcome | None:
        trial = self._trials.newest()
        if trial is None or before is None or after is None:
            return None
        if (trial.model, trial.beside) != (after.model, before.model):
            return None
        return TrialOutcome(trial=trial, summary=self._trials.summary(trial.trial_id))


def judging_of(recipe: LoadedRecipe) -> Judging | None:
    """The model and the threshold in force; None without a model."""
    if recipe.identity is None or recipe.threshold is None:
        return None
    return Judging(model=recipe.identity, threshold=recipe.threshold)


def _require_passed(judging: Judging, standing: Standing) -> None:
    model = judging.model
    which = f"{model.name} version {model.version} at threshold {judging.threshold:.6g}"
    if standing.state is StandingState.FAILED:
        raise RefusedError(
            f"{which} gets {len(standing.failures)} of {standing.pictures} pictures of the "
            f"regression set of {model.name!r} wrong; look at them on the Model page, then train "
            "anew, take another threshold, or remove a picture whose verdict is wrong"
        )
    if standing.state is StandingState.UNCHECKED:
        raise RefusedError(
            f"{which} was checked on {standing.checked} of {standing.pictures} pictures of the "
            f"regression set of {model.name!r}; check it on the Model page, "
            f"or run `okng model check {model.name}:{model.version}`"
        )
