"""Labelling jobs: making, listing and closing them, handing pictures out, and taking answers."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response, abort
from pydantic import Field

from okng.device.labelling.answers import AnswerRequest, LabellingAnswer
from okng.device.labelling.errors import LabellingRequestError
from okng.device.labelling.jobs import JobKind, LabellingJob
from okng.device.labelling.queue import NextPicture
from okng.device.labelling.sampling import RuleKind, SamplingRule, Scores
from okng.device.labelling.steps import Step, check_steps
from okng.device.labelling.tables import jobs_csv
from okng.device.types import ModelReference, Name
from okng.models.bundles.manifest import AnomalyManifest
from okng.models.strict_model import StrictModel
from okng.webui.api.csv_files import csv_file
from okng.webui.auth.current_user import user_name
from okng.webui.openapi import media_type_response
from okng.webui.services import services

labelling = APIBlueprint("labelling", __name__, tag="Labelling")


class NewLabellingJob(StrictModel):
    """A labelling job to make."""

    name: Name
    kind: JobKind = JobKind.LABEL
    steps: list[Step] = Field(default=[Step.LABEL], min_length=1)
    """One or more, in the order label, defect_type, region."""
    blind: bool = True
    """Of audits: the auditor does not see the label that is checked."""
    rule: SamplingRule = SamplingRule()
    audit_id: int | None = None
    """Of adjustment jobs: the audit whose wrong and unsure answers are settled."""


class LabellingJobList(StrictModel):
    """The labelling jobs of a dataset, the newest first."""

    jobs: list[LabellingJob]


class NextRequest(StrictModel):
    """Which picture to hand out."""

    step: Step
    own: bool = False
    """Also labels that the person gave, in an audit; only where nobody else has an account."""


class AnsweredPicture(StrictModel):
    """The recorded answer."""

    answer: LabellingAnswer


@labelling.get("/datasets/<name>/labelling-jobs")
@labelling.output(LabellingJobList)
def list_labelling_jobs(name: str) -> LabellingJobList:
    """Lists the labelling jobs of a dataset with their progress."""
    return LabellingJobList(jobs=services().labelling.jobs.of_dataset(name))


@labelling.get("/datasets/<name>/labelling-jobs.csv")
@labelling.doc(responses=media_type_response("text/csv", "With a header line"))
def export_labelling_jobs(name: str) -> Response:
    """Exports the labelling jobs of a dataset as CSV: a line for each step."""
    jobs = services().labelling.jobs.of_dataset(name)
    return csv_file("labelling-jobs.csv", jobs_csv(jobs))


@labelling.post("/datasets/<name>/labelling-jobs")
@labelling.input(NewLabellingJob, arg_name="new")
@labelling.output(LabellingJob)
@labelling.doc(responses=[409])
def create_labelling_job(name: str, new: NewLabellingJob) -> LabellingJob:
    """Makes a labelling job; its pictures are chosen now and stay the same."""
    if not services().datasets.page(name, limit=1):
        abort(404, f"there is no dataset {name!r} with pictures")
    if new.kind is JobKind.ADJUSTMENT:
        return _adjustment(name, new)
    if new.rule.kind is RuleKind.DIFFERING:
        raise LabellingRequestError("the rule `differing` belongs to adjustment jobs")
    (first, *_) = check_steps(new.steps)
    scores = _newest_scores(name) if new.rule.kind is RuleKind.NEAR_THRESHOLD else None
    picture_ids = services().labelling.sampling.choose(name, new.rule, first, scores)
    return services().labelling.jobs.create(
        name=new.name,
        dataset=name,
        kind=new.kind,
        steps=new.steps,
        blind=new.blind and new.kind is JobKind.AUDIT,
        rule=new.rule.model_copy(update={"model": scores and scores.model}),
        picture_ids=picture_ids,
        author=user_name(),
    )


@labelling.get("/labelling-jobs/<int:labelling_job_id>")
@labelling.output(LabellingJob)
def get_labelling_job(labelling_job_id: int) -> LabellingJob:
    """Returns a labelling job with its progress."""
    return services().labelling.jobs.get(labelling_job_id)


@labelling.post("/labelling-jobs/<int:labelling_job_id>/close")
@labelling.output(LabellingJob)
def close_labelling_job(labelling_job_id: int) -> LabellingJob:
    """Closes a labelling job: it takes no more answers."""
    return services().labelling.jobs.close(labelling_job_id, user_name())


@labelling.post("/labelling-jobs/<int:labelling_job_id>/next")
@labelling.input(NextRequest, arg_name="request")
@labelling.output(NextPicture)
@labelling.doc(responses=[409])
def hand_out_picture(labelling_job_id: int, request: NextRequest) -> NextPicture:
    """Hands out the next picture of a step for ten minutes; asked again, the same one."""
    return services().labelling.queue.next(
        labelling_job_id, request.step, user_name(), own=request.own
    )


@labelling.post("/labelling-jobs/<int:labelling_job_id>/answers")
@labelling.input(AnswerRequest, arg_name="request")
@labelling.output(AnsweredPicture)
@labelling.doc(responses=[409])
def answer_picture(labelling_job_id: int, request: AnswerRequest) -> AnsweredPicture:
    """Records the answer to a step of a picture; the same answer again changes nothing."""
    return AnsweredPicture(
        answer=services().labelling.answers.record(labelling_job_id, request, user_name())
    )


@labelling.post("/labelling-jobs/<int:labelling_job_id>/answers/<int:answer_id>/take-back")
@labelling.output(AnsweredPicture)
@labelling.doc(responses=[409])
def take_back_answer(labelling_job_id: int, answer_id: int) -> AnsweredPicture:
    """Takes back one of the user's answers, with the change of the dataset that it made."""
    return AnsweredPicture(
        answer=services().labelling.answers.take_back(labelling_job_id, answer_id, user_name())
    )


def _adjustment(dataset: str, new: NewLabellingJob) -> LabellingJob:
    if new.audit_id is None:
        raise LabellingRequestError("an adjustment job needs `audit_id`: the audit that it settles")
    audit = services().labelling.jobs.get(new.audit_id)
    if audit.dataset != dataset:
        abort(404, f"there is no labelling job {new.audit_id} in dataset {dataset!r}")
    return services().labelling.jobs.create_adjustment(new.audit_id, new.name, user_name())


def _newest_scores(dataset: str) -> Scores | None:
    """The scores of the newest model that most of all was made from this dataset."""
    bundles, _ = services().manifests.outlines()
    newest_first = sorted(bundles, key=lambda bundle: bundle.manifest.created_at, reverse=True)
    for bundle in newest_first:
        if not isinstance(bundle.manifest, AnomalyManifest):
            continue
        manifest = services().manifests.read(bundle.path, AnomalyManifest)
        if services().dataset_snapshots.dataset_of(manifest) != dataset:
            continue
        by_hash = {
            picture.sha256: picture.score
            for picture in manifest.dataset
            if picture.score is not None
        }
        model = ModelReference(name=manifest.name, version=manifest.version)
        return Scores(model, manifest.threshold, by_hash)
    return None
