"""How long verdicts took in a period, and what tested the station itself and its labels."""

from __future__ import annotations

import numpy as np
from apiflask import APIBlueprint
from pydantic import AwareDatetime

from okng.device.labelling.audit_results import StepAgreement
from okng.device.labelling.jobs import LabellingJob
from okng.device.labelling.steps import Step
from okng.device.store.verdict_latency import LatencyPercentiles, percentiles
from okng.device.types import ModelIdentity, Name
from okng.models.evaluation.agreement import Agreement
from okng.models.strict_model import StrictModel
from okng.webui.api.quality_period import QualityPeriod
from okng.webui.api.results import LATENCIES_OF_NEWEST
from okng.webui.services import services

quality_checks = APIBlueprint(
    "quality_checks", __name__, tag="Quality checks", url_prefix="/quality"
)

BINS = 24
NEWEST = 100
"""Challenges and changes of models that are looked at one by one."""
SHOWN_AUDITS = 10
"""Each takes a count of all its answers."""


class LatencyHistogram(StrictModel):
    """How long verdicts took, of the newest 1,000 parts of a period."""

    latency: LatencyPercentiles
    edges_ms: list[float]
    """Of the bins, one more than there are counts; empty without a part."""
    counts: list[int]


class ChallengeCounts(StrictModel):
    """Challenges of a recipe with known parts, that were due in the period."""

    recipe: str
    passed: int
    overridden: int
    superseded: int
    open: int
    checks: int
    """Known parts that were judged, of the newest 100 challenges on the station."""
    right: int
    """Those of them that were judged as expected."""


class Objection(StrictModel):
    """A model that was taken though something spoke against it."""

    recipe: Name
    model: ModelIdentity | None
    author: str
    changed_at: AwareDatetime
    objections: tuple[str, ...]


class AuditedStep(StrictModel):
    """What a label audit found in one of its steps."""

    labelling_job_id: int
    name: Name
    dataset: Name
    step: Step
    blind: bool
    """An auditor who sees the label agrees more easily: only blind audits measure agreement."""
    checked: int
    """Labels that another person found correct, wrong or unsure."""
    agreement: Agreement
    """Of those that were not unsure."""
    wrong: int
    unsure: int


class QualityChecks(StrictModel):
    """What tested the station itself in a period, and the labels that its models learn from."""

    challenges: list[ChallengeCounts]
    objections: list[Objection]
    audits: list[AuditedStep]
    """Answered steps of the 10 audits that were answered last, the newest first."""
    audits_shown: int
    audits_in_period: int
    """Audits of all datasets whose newest answer lies in the period."""


@quality_checks.get("/latency")
@quality_checks.input(QualityPeriod, location="query", arg_name="period")
@quality_checks.output(LatencyHistogram)
def get_latency(period: QualityPeriod) -> LatencyHistogram:
    """Returns how long the verdicts of the newest 1,000 parts of a period took."""
    start, end = period.checked_span()
    times = services().ledger.newest_verdict_times(start, LATENCIES_OF_NEWEST, end, period.recipe)
    verdicts_ms = [time.verdict_ms for time in times]
    if not verdicts_ms:
        return LatencyHistogram(latency=percentiles([]), edges_ms=[], counts=[])
    counts, edges = np.histogram(verdicts_ms, BINS)
    return LatencyHistogram(
        latency=percentiles(times), edges_ms=edges.tolist(), counts=counts.tolist()
    )


@quality_checks.get("/checks")
@quality_checks.input(QualityPeriod, location="query", arg_name="period")
@quality_checks.output(QualityChecks)
def get_checks(period: QualityPeriod) -> QualityChecks:
    """Returns how challenges ended, models taken in spite of objections, and label audits."""
    start, end = period.checked_span()
    results = services().quality.challenge_results(start, end)
    checked: dict[str, list[bool]] = {}
    for report in services().challenges.page(limit=NEWEST) if results else []:
        if start <= report.due_at < end:
            own = checked.setdefault(report.recipe.name, [])
            own.extend(check.passed for check in report.checks)
    recipes = sorted({recipe for recipe, _ in results if period.recipe in (None, recipe)})
    changes = services().promotions.page(limit=NEWEST)
    findings = services().labelling.findings
    audits = findings.answered_between(start, end, SHOWN_AUDITS)
    return QualityChecks(
        challenges=[
            ChallengeCounts(
                recipe=recipe,
                passed=results.get((recipe, "passed"), 0),
                overridden=results.get((recipe, "overridden"), 0),
                superseded=results.get((recipe, "superseded"), 0),
                open=results.get((recipe, "open"), 0),
                checks=len(checked.get(recipe, [])),
                right=sum(checked.get(recipe, [])),
            )
            for recipe in recipes
        ],
        objections=[
            Objection(
                recipe=change.recipe,
                model=change.after and change.after.model,
                author=change.author,
                changed_at=change.changed_at,
                objections=change.objections,
            )
            for change in changes
            if change.objections
            and start <= change.changed_at < end
            and period.recipe in (None, change.recipe)
        ],
        audits=[
            _audited(audit, step)
            for audit in audits.newest
            for step in findings.results(audit.labelling_job_id).steps
            if step.answered
        ],
        audits_shown=len(audits.newest),
        audits_in_period=audits.total,
    )


def _audited(audit: LabellingJob, found: StepAgreement) -> AuditedStep:
    overall = found.overall
    return AuditedStep(
        labelling_job_id=audit.labelling_job_id,
        name=audit.name,
        dataset=audit.dataset,
        step=found.step,
        blind=audit.blind,
        checked=overall.correct + overall.wrong + overall.unsure,
        agreement=overall.agreement,
        wrong=overall.wrong,
        unsure=overall.unsure,
    )
