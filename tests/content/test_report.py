"""The report for people and for programs."""

from assistant.content.report import ContentProblem, Report, Severity

LATER = ContentProblem("b", "rules/z.yaml", 9, "پیام", "نزدیک")
WARNING = ContentProblem("c", "rules/z.yaml", 2, "پیام", None, Severity.WARNING)
EARLIER = ContentProblem("a", "rules/a/x.yaml", 30, "پیام")


def test_problems_stand_in_the_order_of_files_and_lines_each_once():
    assert Report.of([LATER, WARNING, EARLIER, LATER]).problems == (EARLIER, WARNING, LATER)


def test_a_line_names_file_line_cause_and_nearest_name():
    assert str(LATER) == "rules/z.yaml:9: خطا: پیام؛ نزدیک‌ترین نام درست: «نزدیک» [b]"
    assert str(WARNING) == "rules/z.yaml:2: هشدار: پیام [c]"


def test_only_errors_make_content_broken():
    assert not Report.of([WARNING]).has_errors
    assert Report.of([WARNING, LATER]).has_errors


def test_the_text_ends_with_the_sum():
    assert Report.of([LATER, WARNING]).as_text().endswith("1 خطا، 1 هشدار")
    assert Report().as_text() == "محتوا بی‌اشکال است."


def test_a_report_can_be_limited_to_files_and_folders():
    report = Report.of([LATER, EARLIER])
    assert report.only(["rules/a"]).problems == (EARLIER,)
    assert report.only(["rules/z.yaml"]).problems == (LATER,)
    assert report.only(["rules/z"]).problems == ()
    assert report.only(["."]).problems == report.problems


def test_what_running_the_examples_found_joins_in():
    assert Report.of([LATER]).joined_with([EARLIER]).problems == (EARLIER, LATER)


def test_programs_read_the_same():
    data = Report.of([LATER]).as_data()
    assert data == {
        "errors": 1,
        "warnings": 0,
        "waiting": [],
        "problems": [
            {
                "code": "b",
                "file": "rules/z.yaml",
                "line": 9,
                "message": "پیام",
                "nearest": "نزدیک",
                "severity": "error",
            }
        ],
    }
