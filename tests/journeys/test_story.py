"""A clerk takes a case from the first question to a printed filing, leaving in the middle; with scripts and without."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from assistant.domain.answers_file import read_answers_file
from tests.journeys.browsing import Desk
from tests.journeys.server import CLERK, OfficeServer
from tests.journeys.typing import Typist, keystrokes, named

pytestmark = pytest.mark.browser

WRONG_ID, RIGHT_ID = "9990000213", "۹۹۹۰۰۰۰۲۱۲"


def case(server: OfficeServer):
    template = server.office.library.templates["cheque-claim"]
    example = next(each for each in template.examples if each.name == "clean")
    return template, read_answers_file(example.answers, template=template.id).answers.values


def log_in(page: Page, server: OfficeServer) -> None:
    page.goto(server.url)
    page.get_by_label("نام کاربری").fill(CLERK)
    page.get_by_label("گذرواژه", exact=True).fill(server.passwords[CLERK])
    page.get_by_role("button", name="ورود").click()
    expect(page.get_by_role("heading", name="میز کار")).to_be_visible()


def start_cheque_claim(page: Page, has_scripts: bool) -> None:
    page.get_by_role("link", name="دادخواست جدید").first.click()
    page.wait_for_load_state()
    page.get_by_role("searchbox").fill("چک")
    if not has_scripts:
        page.get_by_role("searchbox").press("Enter")
    expect(page.get_by_role("button", name="مطالبه مهر")).to_have_count(0)
    page.get_by_role("button", name="مطالبه وجه چک").click()
    expect(page.get_by_role("heading", name="پیش‌بررسی", level=1)).to_be_visible()
    page.get_by_role("link", name="بی پیش‌بررسی، به گام‌ها").click()
    expect(page.get_by_role("heading", name="طرفین و نماینده", level=1)).to_be_visible()


def see_a_wrong_id(page: Page, typist: Typist) -> None:
    """The problem stands at its field while typing; without scripts after the save."""
    field = named(page, "plaintiffs[0].national_id")
    field.fill(WRONG_ID)
    if not typist.has_scripts:
        typist.save()
    said = page.locator("#plaintiffs-0-national_id-said")
    expect(said).to_contain_text("رقم پایانی")
    expect(field).to_have_value(WRONG_ID)
    field.fill(RIGHT_ID)
    if not typist.has_scripts:
        typist.save()
    expect(said).not_to_contain_text("رقم پایانی")


def leave_and_come_back(page: Page, server: OfficeServer) -> None:
    """The office closes and opens again; the draft stands on the desk as it was left."""
    number = page.locator(".topbar__meta.latin").inner_text()
    page.get_by_role("link", name="میز کار").first.click()
    expect(page.get_by_role("heading", name="میز کار")).to_be_visible()
    page.wait_for_load_state("networkidle")
    server.restart()
    page.reload()
    row = page.get_by_role("row").filter(has_text=number)
    expect(row).to_contain_text("نگار سپهری – فرهاد مهرجو")
    row.get_by_role("link").click()


def finding_with_law_and_facts(page: Page, typist: Typist) -> None:
    """A sum that differs from the cheques is told in the panel, with its law and the facts it rests on."""
    typist.enter("claim_amount", "۱۵۰۰۰۰۰۰۰۰")
    if not typist.has_scripts:
        typist.save()
    card = page.locator("#findings .finding").filter(has_text="۱٬۵۰۰٬۰۰۰٬۰۰۰").first
    expect(card).to_be_visible()
    expect(card.locator(".finding__basis")).to_contain_text("ماده")
    card.get_by_text("چرا").click()
    expect(card.locator(".facts")).to_contain_text("۹۰۰٬۰۰۰٬۰۰۰ ریال")
    typist.enter("claim_amount", "۱٬۶۰۰٬۰۰۰٬۰۰۰")
    if not typist.has_scripts:
        typist.save()
    expect(page.locator("#findings .finding").filter(has_text="۱٬۵۰۰٬۰۰۰٬۰۰۰")).to_have_count(0)
    expect(page.locator("#claim_amount-said")).to_contain_text("یک میلیارد و ششصد میلیون ریال")


def heading(page: Page) -> str:
    return page.locator("h1").first.inner_text()


@pytest.mark.parametrize("has_scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_clerk_takes_a_case_to_a_printed_filing(open_desk, server, tmp_path: Path, has_scripts: bool):
    desk: Desk = open_desk(java_script_enabled=has_scripts)
    page, (template, answers) = desk.page(), case(server)
    typist = Typist(page, has_scripts)
    log_in(page, server)
    start_cheque_claim(page, has_scripts)
    for step in template.form.steps:
        strokes = list(keystrokes(step, answers))
        if step.shown_when is not None and not strokes:
            continue  # a step this case does not open
        expect(page.locator("h1").first).to_have_text(step.title)
        for number, stroke in enumerate(strokes):
            typist.give(stroke)
            if stroke.path == "plaintiffs[0].national_id":
                see_a_wrong_id(page, typist)
            if stroke.path == "cheques" and number > 0:  # at the second cheque
                if not has_scripts:
                    typist.save()
                leave_and_come_back(page, server)
                expect(page.locator("h1").first).to_have_text(step.title)
        if step.id == "claim":
            finding_with_law_and_facts(page, typist)
        if step.id == "narrative":
            page.get_by_role("button", name="ویرایش این متن").first.click()
            narrative = named(page, "narrative")
            text = narrative.input_value()
            assert "۱۲۳۴۰۱" in text
            narrative.fill(text + "\nخواهان بارها برای وصول مراجعه کرده است.")
        typist.next()
    expect(page.get_by_role("heading", name="بازبینی", level=1)).to_be_visible()
    expect(page.locator("#findings, #reasons")).to_contain_text("پاسخ خالی یا نکته‌ای نیست")
    everything_entered(page, template, answers)
    preview_and_file(page, tmp_path)


def everything_entered(page: Page, template, answers) -> None:
    shown = page.locator("main").inner_text()
    for text in (
        "فرهاد",
        "مهرجو",
        "۹۰۰٬۰۰۰٬۰۰۰ ریال",
        "۱۴۰۴/۰۵/۱۵",
        "تصویر مصدق رو و پشت دو فقره چک",
        "بارها برای وصول",
    ):
        assert text in shown, text


def preview_and_file(page: Page, folder: Path) -> None:
    page.get_by_role("link", name="پیش‌نمایش چاپ").click()
    expect(page.locator(".paper")).to_contain_text("۱٬۶۰۰٬۰۰۰٬۰۰۰ ریال")
    expect(page.locator(".paper--draft")).to_have_count(1)
    page.get_by_role("button", name="ساخت نسخهٔ آمادهٔ ثبت").click()
    expect(page.get_by_role("heading", name="نسخهٔ آمادهٔ ثبت")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="دادخواست (DOCX)").click()
    assert download.value.suggested_filename.startswith("petition-1405-")
    text = text_of(Path(download.value.path()).read_bytes())
    for part in ("نگار سپهری", "فرهاد مهرجو", "۱٬۶۰۰٬۰۰۰٬۰۰۰ ریال", "یک میلیارد و ششصد میلیون ریال", "بارها برای وصول"):
        assert part in text, part
    assert "پیش‌نویس" not in text


def text_of(content: bytes) -> str:
    document = Document(BytesIO(content))
    return "\n".join("".join(node.text or "" for node in each.iter("{*}t")) for each in document.element.iter("{*}p"))
