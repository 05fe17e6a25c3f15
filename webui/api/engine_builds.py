"""Engine builds: what was compiled from a model version for this machine, and which build runs."""

from __future__ import annotations

from apiflask import APIBlueprint
from pydantic import AwareDatetime

from okng.models.bundles.manifest import Manifest
from okng.models.compilation.build_choice import BuildChoice, Tuning, read_choice
from okng.models.compilation.engine_build import Build, BuildError, list_builds
from okng.models.compilation.latency import Latency
from okng.models.engines.compiler import Precision
from okng.models.strict_model import StrictModel
from okng.webui.api.models import manifest_as
from okng.webui.images.stored_files import stored_file
from okng.webui.services import services

engine_builds = APIBlueprint("engine_builds", __name__, tag="Engines")


class EngineBuildSummary(StrictModel):
    """A model compiled for one engine in one precision, with its latency and parity."""

    engine: str
    precision: Precision
    engine_version: str
    device: str
    compiled_at: AwareDatetime
    threads: int
    latency: Latency
    times_faster: float
    """Compared with FP32 in ONNX Runtime, measured interleaved."""
    answers: str
    """How its scores differ from the model's, as a sentence."""
    problems: list[str]
    """Why it must not be used; empty if it may be."""
    chosen: bool
    """Whether the station runs it for this model, provided that it fits the machine."""
    tuning: Tuning | None
    """The settings found by `okng tune`; null if it runs with the station's `inference.threads`."""


class EngineBuilds(StrictModel):
    """The builds of a model version; if none is chosen, the original model runs."""

    builds: list[EngineBuildSummary]
    broken: list[str]
    """What is wrong with each build that can't be read."""


@engine_builds.get("/models/<name>/<int:version>/engines")
@engine_builds.output(EngineBuilds)
@engine_builds.doc(responses=[409])
def list_engine_builds(name: str, version: int) -> EngineBuilds:
    """Lists the builds of a model version, the fastest first; `okng compile` makes them."""
    manifest_as(name, version, Manifest)
    folder = stored_file(services().data_dir, f"models/{name}/{version}")
    builds, broken = list_builds(folder)
    errors = [build.error for build in broken]
    try:
        choice = read_choice(folder)
    except BuildError as error:
        choice = None
        errors.append(str(error))
    builds.sort(key=lambda build: -build.record.times_faster)
    return EngineBuilds(builds=[_summary(build, choice) for build in builds], broken=errors)


def _summary(build: Build, choice: BuildChoice | None) -> EngineBuildSummary:
    record = build.record
    chosen = choice is not None and choice.build == build.path.name
    return EngineBuildSummary(
        engine=record.engine,
        precision=record.precision,
        engine_version=record.engine_version,
        device=record.device,
        compiled_at=record.compiled_at,
        threads=record.threads,
        latency=record.latency,
        times_faster=record.times_faster,
        answers=record.parity.figures,
        problems=record.parity.problems,
        chosen=chosen,
        tuning=choice.tuning if choice and chosen else None,
    )
