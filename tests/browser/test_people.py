"""One person adds another on the Account page, gives them a new password, and removes them."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, expect
from support.page_checks import expect_nothing
from support.station import StationProcesses

NAME = "bert"
LOGIN = re.compile(r"/login\?next=")


def log_in(page: Page, password: str) -> None:
    page.get_by_label("User name").fill(NAME)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Log in").click()


def test_a_person_is_added_gets_a_new_password_and_is_removed(
    page: Page, browser: Browser, station: StationProcesses
) -> None:
    page.goto("/account")
    people = page.get_by_role("region", name="People")
    expect(people.get_by_role("listitem")).to_have_count(1)
    expect(people.get_by_role("listitem")).to_contain_text("This is you.")
    expect(people.get_by_role("button", name="Remove")).to_have_count(0)
    people.get_by_role("button", name="Add a person").click()
    expect(people.get_by_text("Enter a name first.")).to_be_visible()
    people.get_by_label("Name of the person").fill(NAME)
    people.get_by_role("button", name="Add a person").click()
    issued = people.get_by_test_id("issued-password")
    expect(issued).to_contain_text(f"Copy the password of {NAME} now.")
    expect(people.get_by_role("listitem")).to_have_count(2)
    expect_nothing(page, "smallTargets(48)")
    expect_nothing(page, "sidewaysScroll()")
    first_password = issued.locator("pre").inner_text()

    context = browser.new_context(base_url=station.url, viewport={"width": 390, "height": 844})
    context.set_default_timeout(60_000)
    theirs = context.new_page()
    theirs.goto("/login?next=/account")
    log_in(theirs, first_password)
    own = theirs.get_by_role("region", name="People")
    expect(own.get_by_role("listitem").filter(has_text=NAME)).to_contain_text("This is you.")
    expect_nothing(theirs, "sidewaysScroll()")

    people.get_by_role("button", name=f"New password for {NAME}").click()
    question = page.get_by_test_id("account-question")
    question.get_by_role("button", name="New password").click()
    expect(question).to_have_count(0)
    expect(issued.locator("pre")).not_to_have_text(first_password)
    # Their page is told that the session has ended, and asks for a login by itself.
    expect(theirs).to_have_url(LOGIN)
    log_in(theirs, first_password)
    expect(theirs.get_by_text("Name or password is wrong")).to_be_visible()
    log_in(theirs, issued.locator("pre").inner_text())
    expect(own).to_be_visible()
    issued.get_by_role("button", name="I have copied it").click()
    expect(issued).to_have_count(0)

    people.get_by_role("button", name=f"Remove {NAME}").click()
    expect(question).to_contain_text("The name stays in all records")
    question.get_by_role("button", name="Cancel").click()
    expect(people.get_by_role("listitem")).to_have_count(2)
    people.get_by_role("button", name=f"Remove {NAME}").click()
    question.get_by_role("button", name="Remove").click()
    expect(people.get_by_role("listitem")).to_have_count(1)
    expect(theirs).to_have_url(LOGIN)
    context.close()
