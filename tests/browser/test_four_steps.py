"""The four steps and the results, used as a person does."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import FloatRect, Page, expect
from support.page_checks import expect_nothing
from support.station import StationProcesses, eventually

from okng.device.ipc.commands import ApplyRecipe, FireTrigger, GetStatus, SetMode
from okng.device.triggers.software import SoftwareTriggerSettings
from okng.device.types import Mode, Outcome, TriggerSource

NORMAL_NEEDED = 20
FAST_PERIOD_MS = 40
FAST_PARTS = 60
TRAINING_MS = 240_000
STEADY_MS = 300
SMALLEST_TARGET_PX = 48


def test_from_live_view_to_results(
    page: Page, station: StationProcesses, good: list[Path], defects: list[Path]
) -> None:
    see_the_live_view(page)
    hear_of_a_clipped_exposure(page)
    draw_a_region(page, station)
    reset_the_region(page, station)

    collect_with_the_trigger(page, station)
    upload_pictures(page, good[:NORMAL_NEEDED])
    be_warned_of_a_near_copy(page, good[0])
    relabel_and_undo(page)
    add_defects(page, defects[:5])

    train_to_metrics(page)
    try_another_threshold(page, station)
    inspect_parts(page, station, first_defect=len(good) // len(defects) + 1)
    keep_every_number_of_a_fast_line(page, station)
    read_the_results(page, station)
    review_a_part_near_the_threshold(page, station)


def see_the_live_view(page: Page) -> None:
    page.goto("/configuration")
    expect(page.get_by_test_id("camera-state")).to_have_text("Camera ready")
    live = page.get_by_alt_text("Live image from the camera")
    page.wait_for_function("image => image.naturalWidth === 320", arg=live.element_handle())
    expect(page.get_by_test_id("sharpness")).to_contain_text(re.compile(r"[1-9]\d* sharpness"))
    expect(page.get_by_test_id("saturated")).to_contain_text("saturated")


def hear_of_a_clipped_exposure(page: Page) -> None:
    exposure = page.get_by_label("Exposure (µs)")
    exposure.fill("99999999999")
    exposure.press("Enter")
    page.get_by_role("button", name="Apply").click()
    expect(page.get_by_test_id("corrections")).to_contain_text("you asked for 99,999,999,999 µs")
    exposure.fill("5000")
    exposure.press("Enter")
    page.get_by_role("button", name="Apply").click()
    expect(page.get_by_test_id("corrections")).to_be_hidden()
    # The band goes with the next status, and the picture grows into its place.
    expect(page.locator(".banner")).to_have_count(0)


def draw_a_region(page: Page, station: StationProcesses) -> None:
    drag_on_picture(page, (0.25, 0.25), (0.5, 0.75))
    expect_region(page, left=80, top=60, width=80, height=120)

    drag_on_picture(page, (0.35, 0.5), (0.475, 0.5))
    expect_region(page, left=120, top=60, width=80, height=120)

    drag_on_picture(page, (0.625, 0.75), (0.75, 0.75))
    expect_region(page, left=120, top=60, width=120, height=120)

    page.get_by_role("button", name="Apply").click()
    status = station.wait(lambda s: s.acquisition is not None and s.acquisition.height == 120)
    assert status.acquisition is not None
    assert abs(status.acquisition.offset_x - 120) <= 2
    live = page.get_by_alt_text("Live image from the camera")
    page.wait_for_function(
        "([image, width]) => image.naturalWidth === width",
        arg=[live.element_handle(), status.acquisition.width],
    )
    expect(page.locator(".sensor-map figcaption")).to_contain_text("Sensor 320 × 240")


def reset_the_region(page: Page, station: StationProcesses) -> None:
    page.get_by_role("button", name="Reset to the whole sensor").click()
    station.wait(lambda s: s.acquisition is not None and s.acquisition.height == 240)
    expect(page.get_by_label("Height (px)")).to_have_value("240")


def collect_with_the_trigger(page: Page, station: StationProcesses) -> None:
    page.get_by_role("link", name="Training").click()
    trigger = page.get_by_role("button", name="Trigger")
    expect(trigger).to_be_disabled()
    page.get_by_role("radio", name="Normal").click()
    trigger.click()
    expect(page.get_by_test_id("count-normal")).to_have_text("1")
    expect(page.get_by_test_id("last-picture")).to_contain_text("picture: 1")
    expect(trigger).to_be_enabled()
    page.get_by_role("radio", name="Normal").focus()
    page.keyboard.press("Space")
    expect(page.get_by_test_id("count-normal")).to_have_text("2")
    # No further trigger comes: the picture that was taken is the one that a new page shows.
    page.reload()
    live = page.get_by_alt_text("Live image from the camera")
    page.wait_for_function("image => image.naturalWidth === 320", arg=live.element_handle())
    for picture_id in (2, 1):
        page.get_by_label(f"Remove picture {picture_id}", exact=True).click()
    expect(page.get_by_test_id("count-normal")).to_have_text("0")
    assert station.client.ask(GetStatus()).mode is Mode.COLLECT


def upload_pictures(page: Page, files: list[Path]) -> None:
    page.locator("input[type=file]").set_input_files(files[:-1])
    expect(page.get_by_test_id("readiness")).to_contain_text("1 more normal picture needed")
    page.get_by_role("link", name="Model").click()
    expect(page.get_by_role("button", name="Train", exact=True)).to_be_disabled()
    expect(page.get_by_test_id("train-reason")).to_contain_text("19 of 20")
    page.get_by_role("link", name="Training").click()
    page.locator("input[type=file]").set_input_files(files[-1])
    expect(page.get_by_test_id("readiness")).to_contain_text("Enough to train")


def be_warned_of_a_near_copy(page: Page, file: Path) -> None:
    page.locator("input[type=file]").set_input_files(file)
    warning = page.get_by_test_id("near-copy")
    expect(warning.get_by_role("img")).to_have_count(2)
    warning.get_by_role("button", name="Remove the new one").click()
    expect(warning).to_be_hidden()
    expect(page.get_by_test_id("count-normal")).to_have_text(str(NORMAL_NEEDED))


def relabel_and_undo(page: Page) -> None:
    page.get_by_label(re.compile(r"Make picture \d+ anomaly")).first.click()
    expect(page.get_by_test_id("count-anomaly")).to_have_text("1")
    page.locator(".notice", has_text="is now anomaly").get_by_role("button", name="Undo").click()
    expect(page.get_by_test_id("count-anomaly")).to_have_text("0")
    page.get_by_role("tab", name="Removed").click()
    expect(page.get_by_role("button", name="Restore")).to_have_count(3)
    page.get_by_role("tab", name="All").click()


def add_defects(page: Page, files: list[Path]) -> None:
    page.get_by_role("radio", name="Anomaly").click()
    expect(page.get_by_role("radio", name="Anomaly")).to_be_checked()
    page.locator("input[type=file]").set_input_files(files)
    expect(page.get_by_test_id("count-anomaly")).to_have_text(str(len(files)))


def train_to_metrics(page: Page) -> None:
    page.get_by_role("link", name="Model").click()
    train, job = page.get_by_role("button", name="Train", exact=True), page.get_by_test_id("job")
    train.click()
    job.get_by_role("button", name="Cancel").click()
    expect(job).to_have_attribute("data-state", "cancelled")
    expect(page.get_by_text("No model yet.")).to_be_visible()
    choose_options(page)
    train.click()
    expect(job).to_have_attribute("data-state", "succeeded", timeout=TRAINING_MS)
    for metric in ("Precision", "Recall", "F1", "AUROC"):
        value = page.get_by_test_id(f"metric-{metric}")
        expect(value).to_have_text(re.compile(r"^[01]\.\d{3}$"))
        expect(page.get_by_test_id(f"interval-{metric}")).to_have_text(
            re.compile(r"^[01]\.\d{3} – [01]\.\d{3}$")
        )
    expect(page.get_by_test_id("metric-AUROC")).to_have_text("1.000")
    expect(page.locator(".facts").last).to_contain_text(
        "4 augmented copies of each good picture, lighter"
    )
    see_what_the_threshold_costs(page)
    look_at_the_worst_pictures(page)
    histogram = page.get_by_test_id("score-histogram")
    assert histogram.locator(".bar-normal").count() > 1
    assert histogram.locator(".bar-anomaly").count() >= 1
    expect(histogram.locator(".threshold")).to_be_attached()
    page.get_by_role("button", name="Use this version in the recipe").click()
    expect(page.locator(".detail-head .tag")).to_have_text("in use")


def choose_options(page: Page) -> None:
    """Tries options, returns to the defaults but for one, which the metrics then name."""
    page.get_by_text("Options", exact=True).click()
    page.get_by_label("Image resolution").select_option("In tiles")
    expect(page.get_by_label("Rows of tiles")).to_have_value("2")
    page.get_by_text("mirrored").click()
    expect(page.get_by_label("mirrored")).to_be_checked()
    page.get_by_role("button", name="Reset to defaults").click()
    expect(page.get_by_label("Rows of tiles")).to_have_count(0)
    expect(page.get_by_label("mirrored")).not_to_be_checked()
    page.get_by_text("lighter or darker").click()
    expect(page.get_by_label("lighter or darker")).to_be_checked()
    expect_nothing(page, "sidewaysScroll()")
    expect_nothing(page, f"smallTargets({SMALLEST_TARGET_PX})")


def try_another_threshold(page: Page, station: StationProcesses) -> None:
    slider = page.get_by_role("slider", name="Threshold")
    price, changed = page.get_by_test_id("false-rejects"), page.get_by_test_id("changed")
    trained = station.client.ask(GetStatus()).threshold
    expect(changed).to_be_hidden()
    slider.press("Home")
    expect(changed).to_contain_text("stored pictures would become NG")
    all_rejected = re.compile(
        r"Of 1,000 good parts, about (9[89]\d|1,000) will be rejected\s+\(between 8"
    )
    expect(price).to_contain_text(all_rejected)
    thumbnail = changed.get_by_role("img").first
    page.wait_for_function("image => image.naturalWidth > 0", arg=thumbnail.element_handle())
    page.get_by_role("button", name="5.0 %", exact=True).click()
    expect(price).to_contain_text("Of 1,000 good parts, about 50 will be rejected")
    page.get_by_role("button", name="Use this threshold").click()
    station.wait(
        lambda s: trained is not None and s.threshold is not None and s.threshold < trained
    )
    expect(page.get_by_role("button", name="In use", exact=True)).to_be_disabled()
    page.get_by_role("button", name="Reset to trained").click()
    page.get_by_role("button", name="Use this threshold").click()
    station.wait(lambda s: s.threshold == trained)
    recipe = station.client.ask(GetStatus()).recipe
    assert recipe is not None
    assert recipe.recipe.threshold is None


def see_what_the_threshold_costs(page: Page) -> None:
    expect(page.get_by_test_id("false-rejects")).to_contain_text(
        re.compile(
            r"Of 1,000 good parts, about 10 will be rejected\s+\(between 0 and \d{3} with 95"
        )
    )
    expect(page.get_by_test_id("caught")).to_contain_text(re.compile(r"[1-5] of 5 pictures"))
    expect(page.get_by_test_id("confusion").locator("td")).to_have_count(5)


def look_at_the_worst_pictures(page: Page) -> None:
    worst = page.get_by_test_id("worst-pictures")
    expect(worst.get_by_role("listitem")).to_have_count(10)
    worst.scroll_into_view_if_needed()
    thumbnail = worst.get_by_role("img").first
    page.wait_for_function("image => image.naturalWidth > 0", arg=thumbnail.element_handle())
    expect(worst.get_by_role("img")).to_have_count(10)
    expect_nothing(page, "sidewaysScroll()")
    expect_nothing(page, f"smallTargets({SMALLEST_TARGET_PX})")


def inspect_parts(page: Page, station: StationProcesses, first_defect: int) -> None:
    page.get_by_role("link", name="Inspection").click()
    page.get_by_role("button", name="Start").click()
    page.get_by_label("Part ID").fill("A-17")
    for number in range(1, first_defect + 1):
        page.get_by_role("button", name="Trigger").click()
        expect(page.get_by_test_id("total")).to_have_text(str(number))
    verdict = page.get_by_test_id("verdict")
    expect(verdict).to_have_attribute("data-outcome", "NG")
    expect(verdict).to_contain_text("NG")
    newest = station.ledger.page(limit=1)[0]
    picture = page.get_by_test_id("part-picture")
    expect(picture).to_have_attribute("data-inspection", newest.inspection_id)
    heat = page.get_by_test_id("heat-map")
    page.wait_for_function("image => image.naturalWidth === 320", arg=heat.element_handle())
    page.get_by_role("button", name="Hide heat map").click()
    expect(heat).to_be_hidden()
    expect(page.get_by_test_id("total-OK")).to_have_text(str(first_defect - 1))
    expect(page.get_by_test_id("total-NG")).to_have_text("1")
    assert station.ledger.page(since=0, limit=1)[0].part_id == "A-17"

    expect(verdict).to_have_attribute("data-present", "true")

    page.locator(".strip-part").nth(2).click()
    expect(verdict).to_have_attribute("data-outcome", "OK")
    expect(verdict).to_have_attribute("data-present", "false")
    expect(page.get_by_test_id("verdict-caption")).to_have_text(f"HELD: part {first_defect - 2}")
    expect(page.get_by_test_id("newest-verdict")).to_have_attribute("data-outcome", "NG")
    page.get_by_role("button", name="Back to live").click()
    expect(verdict).to_have_attribute("data-outcome", "NG")
    page.reload()
    expect(verdict).to_have_attribute("data-present", "true")
    expect(page.get_by_test_id("total")).to_have_text(str(first_defect))
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_test_id("mode")).to_have_text("Live view")
    expect(verdict).to_have_attribute("data-present", "false")
    expect(page.get_by_test_id("verdict-caption")).to_contain_text("Last part, ")


def keep_every_number_of_a_fast_line(page: Page, station: StationProcesses) -> None:
    """Triggers parts faster than pictures can be shown: the counters still count them all."""
    page.get_by_role("link", name="Configuration").click()
    page.get_by_role("tab", name="Trigger").click()
    page.get_by_label("Trigger source").select_option("timer")
    page.get_by_label("Period (ms)").fill(str(FAST_PERIOD_MS))
    page.get_by_label("Period (ms)").press("Enter")
    page.get_by_role("button", name="Apply").click()
    expect(page.get_by_role("button", name="Apply")).to_be_disabled()
    page.get_by_role("link", name="Inspection").click()
    before = station.ledger.last_seq()
    page.get_by_role("button", name="Start").click()
    eventually(lambda: station.ledger.last_seq() >= before + FAST_PARTS, timeout_s=60)
    page.get_by_role("link", name="Configuration").click()
    expect(page.get_by_text("Inspection is running: newest part")).to_be_visible()
    page.get_by_role("link", name="Inspection").click()
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_test_id("mode")).to_have_text("Live view")
    counter = page.get_by_test_id("total")
    eventually(lambda: counter.inner_text() == str(station.ledger.last_seq() - before))


def read_the_results(page: Page, station: StationProcesses) -> None:
    page.get_by_role("link", name="Results").click()
    total = page.get_by_test_id("total")
    # The last parts of the fast line may be on their way to the ledger.
    eventually(lambda: total.inner_text() == str(station.ledger.totals().parts))
    totals = station.ledger.totals()
    expect(page.get_by_test_id("total-NG")).to_have_text(str(totals.ng))
    page.get_by_role("tab", name="Trend").click()
    expect(page.get_by_test_id("hour-chart").locator(".hour-ng").first).to_be_attached()
    page.get_by_role("tab", name="Parts").click()

    page.get_by_test_id("total-NG").click()
    expect(page.locator(".parts-table tbody tr")).to_have_count(min(totals.ng, 25))
    page.locator(".parts-table tbody tr").first.click()
    newest = station.ledger.page(outcome=Outcome.NG, limit=1)[0]
    detail = page.get_by_test_id("detail")
    assert newest.model is not None
    assert newest.picture_sha256 is not None
    for text in (newest.inspection_id, newest.model.sha256, newest.picture_sha256):
        expect(detail).to_contain_text(text)
    page.keyboard.press("Escape")
    expect(detail).to_be_hidden()

    with page.expect_download() as download:
        page.get_by_role("link", name="Download CSV").click()
    assert len(Path(download.value.path()).read_text().splitlines()) == totals.ng + 1


def review_a_part_near_the_threshold(page: Page, station: StationProcesses) -> None:
    recipe = station.client.ask(GetStatus()).recipe
    assert recipe is not None
    # Every part is marked now, whatever the training found.
    update = {"trigger": SoftwareTriggerSettings(), "review_distance": 1e6}
    station.client.ask(ApplyRecipe(recipe=recipe.recipe.model_copy(update=update), author="tests"))
    station.client.ask(SetMode(mode=Mode.INSPECT, author="tests"))
    marked = station.client.ask(FireTrigger(source=TriggerSource.HTTP, wait_ms=20_000)).inspection
    assert marked is not None
    page.get_by_role("link", name="Inspection").click()
    expect(page.get_by_test_id("to-review")).to_be_visible()
    expect(page.locator(".strip-part").first.get_by_label("to review")).to_be_visible()
    # One is reviewed where the person stands, the other one on the Results page.
    station.client.ask(FireTrigger(source=TriggerSource.HTTP, wait_ms=20_000))
    page.locator(".strip-part").first.click()
    held = page.get_by_test_id("review")
    held.get_by_role("button", name="Really OK").click()
    expect(held.get_by_test_id("reviewed")).to_contain_text("Marked OK")

    page.get_by_role("link", name="Results").click()
    waiting = len(station.ledger.page(to_review=True, limit=1000))
    review = page.get_by_test_id("count-to-review")
    expect(review).to_have_text(str(waiting))
    review.click()
    expect(page.locator(".parts-table tbody tr")).to_have_count(min(waiting, 25))
    page.locator(".parts-table tbody tr").first.click()
    page.get_by_label("Add its picture to").select_option("parts")
    page.get_by_test_id("review").get_by_role("button", name="Really NG").click()
    expect(page.get_by_test_id("reviewed")).to_contain_text(re.compile(r"Marked NG by \w+"))
    expect_nothing(page, f"smallTargets({SMALLEST_TARGET_PX})")
    page.keyboard.press("Escape")
    expect(review).to_have_text(str(waiting - 1))
    assert marked.inspection_id not in {
        inspection.inspection_id for inspection in station.ledger.page(to_review=True, limit=1000)
    }
    page.get_by_role("link", name="Training").click()
    expect(page.get_by_test_id("count-anomaly")).to_have_text("6")


def drag_on_picture(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Drags between two points, given as shares of the picture's width and height."""
    box = steady_box(page)

    def at(share: tuple[float, float]) -> tuple[float, float]:
        return box["x"] + share[0] * box["width"], box["y"] + share[1] * box["height"]

    page.mouse.move(*at(start))
    page.mouse.down()
    page.mouse.move(*at(((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)))
    page.mouse.move(*at(end))
    page.mouse.up()


def steady_box(page: Page) -> FloatRect:
    """The picture's place on the page, once the layout no longer moves."""
    editor = page.get_by_test_id("roi-editor")

    def unmoved() -> FloatRect | None:
        before = editor.bounding_box()
        page.wait_for_timeout(STEADY_MS)
        return before if before == editor.bounding_box() else None

    box: FloatRect | None = eventually(unmoved)
    assert box is not None
    return box


def expect_region(page: Page, **expected: int) -> None:
    """Expects these values within two pixels: the region was drawn on a scaled image."""
    for name, value in expected.items():
        near = "|".join(str(value + off) for off in (-2, -1, 0, 1, 2))
        expect(page.get_by_label(f"{name.title()} (px)")).to_have_value(re.compile(f"^({near})$"))
