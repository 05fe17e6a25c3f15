"""What was compiled from a model version for this machine's engines, and which of it runs."""

from __future__ import annotations

from apiflask import APIBlueprint
from pydantic import AwareDatetime

from okng.device.types import Message
from okng.models.compilation.build import Build, BuildError, list_builds
from okng.models.compilation.choice import Choice, Tuning, read_choice
from okng.models.compilation.latency import Latency
from okng.models.engines.compiler import Precision
from okng.models.manifest import Manifest
from okng.webui.api.models import manifest_as
from okng.webui.services import services

engine_builds = APIBlueprint("engine_builds", __name__, tag="Engines")


class EngineBuild(Message):
    """The model as one engine compiled it in one precision, and how it answered."""

    engine: str
    precision: Precision
    engine_version: str
    device: str
    compiled_at: AwareDatetime
    threads: int
    latency: Latency
    times_faster: float
    """Than ONNX Runtime's FP32, measured in turns."""
    answers: str
    """How it differs from the model, in words."""
    problems: list[str]
    """Why it must not be used; empty where it may."""
    chosen: bool
    """The station runs it for this model, where it fits the machine."""
    tuning: Tuning | None
    """How it runs by `okng tune`; null where it runs with the station's `inference.threads`."""


class EngineBuilds(Message):
    """Of one model version; where none is chosen, the model runs as it came."""

    builds: list[EngineBuild]
    broken: list[str]
    """What is wrong with builds that can't be read."""


@engine_builds.get("/models/<name>/<int:version>/engines")
@engine_builds.output(EngineBuilds)
@engine_builds.doc(responses=[409])
def list_engine_builds(name: str, version: int) -> EngineBuilds:
    """The builds of a model version, the fastest first (`okng compile` makes them)."""
    manifest_as(name, version, Manifest)
    folder = services().models_dir / name / str(version)
    builds, broken = list_builds(folder)
    errors = [one.error for one in broken]
    try:
        choice = read_choice(folder)
    except BuildError as error:
        choice = None
        errors.append(str(error))
    builds.sort(key=lambda build: -build.record.times_faster)
    return EngineBuilds(builds=[_summary(build, choice) for build in builds], broken=errors)


def _summary(build: Build, choice: Choice | None) -> EngineBuild:
    record = build.record
    chosen = choice is not None and choice.build == build.path.name
    return EngineBuild(
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
