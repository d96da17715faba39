"""The shipped layouts as they come out: the recipe for right-to-left text, the schema's order, the official boxes."""

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from lxml import etree

from assistant.documents.document_text import parse
from assistant.documents.gate import inspect
from assistant.documents.lint import FILING, lint_layout
from assistant.documents.renderer import DocxRenderer
from assistant.services.filing_view import as_context
from tests.documents.layouts import CASES, LAYOUTS, VIEWS, parts
from tests.documents.views import HASH, fa, long

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# Transitional WordprocessingML: the order of the members that occur.
ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr pBdr shd tabs bidi spacing ind jc",
    "rPr": "rStyle rFonts b bCs i iCs color spacing sz szCs u shd vertAlign rtl cs lang",
    "tblPr": "tblStyle bidiVisual tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign",
    "sectPr": "headerReference footerReference pgSz pgMar pgNumType cols titlePg bidi docGrid",
    "settings": "zoom embedTrueTypeFonts defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol "
    "listSeparator",
    "font": "charset family pitch sig embedRegular embedBold",
    "style": "name basedOn uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr",
}
RENDERER = DocxRenderer()
OUTPUTS = {case: parts(RENDERER.render(LAYOUTS[name], as_context(view))) for case, (name, view) in CASES.items()}
every_output = pytest.mark.parametrize("case", OUTPUTS)


def elements(case: str, *names: str) -> Iterator["etree._Element"]:
    for part, content in OUTPUTS[case].items():
        if re.fullmatch(r"word/(document|header\d|footer\d)\.xml", part):
            yield from parse(content).iter(*(W + name for name in names))


@every_output
def test_the_members_of_every_element_stand_in_the_order_of_the_schema(case):
    checked = 0
    for part, content in OUTPUTS[case].items():
        if not part.startswith("word/") or not part.endswith(".xml"):
            continue
        for element in parse(content).iter(*(W + name for name in ORDERS)):
            order = ORDERS[etree.QName(element).localname].split()
            found = [etree.QName(child).localname for child in element]
            assert [each for each in found if each not in order] == [], part
            assert found == sorted(found, key=order.index), part
            checked += 1
    assert checked > 100


@every_output
def test_every_paragraph_is_right_to_left(case):
    for paragraph in elements(case, "p"):
        assert paragraph.find(f"{W}pPr/{W}bidi") is not None


@every_output
def test_every_run_says_its_direction_and_only_hashes_are_left_to_right(case):
    for run in elements(case, "r"):
        direction = run.find(f"{W}rPr/{W}rtl")
        assert direction is not None
        text = "".join(each.text or "" for each in run.iter(W + "t"))
        assert (direction.get(W + "val") == "0") == bool(re.fullmatch(r"[0-9a-f]{64}", text)), text


@every_output
def test_every_table_runs_from_right_to_left_and_its_rows_stay_whole(case):
    for table in elements(case, "tbl"):
        assert table.find(f"{W}tblPr/{W}bidiVisual") is not None
    for row in elements(case, "tr"):
        is_wide = len(row.findall(W + "tc")) == 1 and "خلاصه" in "".join(row.itertext())
        assert (row.find(f"{W}trPr/{W}cantSplit") is not None) != is_wide


@every_output
def test_no_alignment_that_some_readers_take_for_left(case):
    for each in elements(case, "jc"):
        assert each.get(W + "val") in {"center", "right", "both"}


@every_output
def test_every_cell_ends_with_a_paragraph(case):
    for cell in elements(case, "tc"):
        assert cell[-1].tag == W + "p"


@every_output
def test_every_row_fills_the_grid_of_its_table(case):
    for table in elements(case, "tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for row in table.findall(W + "tr"):
            spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.findall(W + "tc")]
            assert sum(1 if span is None else int(span.get(W + "val")) for span in spans) == columns


@every_output
def test_two_tables_never_touch(case):
    body = parse(OUTPUTS[case]["word/document.xml"])[0]
    tags = [child.tag for child in body]
    assert (W + "tbl", W + "tbl") not in set(pairwise(tags))


@every_output
def test_no_tag_is_left_over(case):
    for part, content in OUTPUTS[case].items():
        if part.endswith(".xml"):
            assert not re.search(r"\{[{%#]", content.decode()), part


@every_output
def test_pages_are_numbered_with_persian_digits_in_the_footer(case):
    footers = [parse(content) for part, content in OUTPUTS[case].items() if part.startswith("word/footer")]
    assert len(footers) == 2
    for footer in footers:
        codes = [each.text.strip() for each in footer.iter(W + "instrText")]
        assert codes == ["PAGE", "NUMPAGES"]
        for run in footer.iter(W + "r"):
            if run.find(W + "fldChar") is not None:
                assert run.find(f"{W}rPr/{W}rFonts").get(W + "cs") == "Vazirmatn FD"
        text = "".join(each.text or "" for each in footer.iter(W + "t"))
        assert re.search(r"صفحهٔ \d+ از \d+", text)


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_faces_are_embedded_and_unscrambled_are_true_type(name):
    contents = parts(LAYOUTS[name])
    relations = contents["word/_rels/fontTable.xml.rels"].decode()
    targets = dict(re.findall(r'Id="(rId\d+)"[^>]*Target="([^"]+)"', relations))
    embedded = {}
    for font in parse(contents["word/fontTable.xml"]):
        for each in font:
            if etree.QName(each).localname.startswith("embed"):
                face = (font.get(W + "name"), etree.QName(each).localname)
                key = bytes.fromhex(re.sub("[^0-9A-F]", "", each.get(W + "fontKey")))[::-1]
                scrambled = contents["word/" + targets[each.get(R + "id")]]
                embedded[face] = bytes(byte ^ key[place % 16] for place, byte in enumerate(scrambled[:32]))
    assert embedded.keys() == {
        ("Vazirmatn", "embedRegular"),
        ("Vazirmatn", "embedBold"),
        ("Vazirmatn FD", "embedRegular"),
    }
    assert all(start.startswith(b"\x00\x01\x00\x00") for start in embedded.values())
    assert b"embedTrueTypeFonts" in contents["word/settings.xml"]


@pytest.mark.parametrize("name", LAYOUTS)
def test_styles_name_face_and_size_for_complex_script_too(name):
    styles = parse(parts(LAYOUTS[name])["word/styles.xml"])
    for properties in styles.iter(W + "rPr"):
        for plain, complex_script in (("sz", "szCs"), ("b", "bCs")):
            values = [properties.find(W + each) is not None for each in (plain, complex_script)]
            assert values[0] == values[1]
    default = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert default.find(W + "rFonts").get(W + "cs") == "Vazirmatn"
    assert default.find(W + "lang").get(W + "bidi") == "fa-IR"


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_shipped_layout_passes_the_gate_and_the_lint(name):
    assert inspect(LAYOUTS[name]) == ()
    assert lint_layout(LAYOUTS[name], VIEWS.get(name, FILING)) == ()


def text_of(case: str) -> str:
    name, view = CASES[case]
    return RENDERER.text(RENDERER.render(LAYOUTS[name], as_context(view)))


def in_order(text: str, *pieces: str) -> None:
    places = [text.find(piece) for piece in pieces]
    assert -1 not in places, pieces[places.index(-1)]
    assert places == sorted(places)


def test_the_boxes_of_the_first_instance_form_stand_in_their_order():
    in_order(
        text_of("a usual petition"),
        "برگ دادخواست به دادگاه نخستین",
        "مشخصات طرفین: خواهان",
        "مشخصات طرفین: خوانده",
        "وکیل یا نماینده قانونی",
        "تعیین خواسته و بهای آن",
        "دلایل و منضمات دادخواست",
        "شرح دادخواست",
        "ریاست محترم دادگاه عمومی حقوقی اصفهان",
        "محل امضا، مهر یا اثر انگشت",
        "شماره و تاریخ ثبت دادخواست",
        "محل نقش تمبر",
        "دستور ارجاع",
    )


def test_the_boxes_of_an_appeal_stand_in_their_order():
    in_order(
        text_of("a long appeal"),
        "برگ دادخواست تجدیدنظر",
        "مشخصات طرفین: تجدیدنظرخواه",
        "مشخصات طرفین: تجدیدنظرخوانده",
        "وکیل یا نماینده قانونی",
        "تجدیدنظرخواسته: رأی مورد اعتراض",
        "خواسته و بهای آن",
        "جمع بهای خواسته",
        "دلایل و منضمات دادخواست",
        "شرح دادخواست و جهات تجدیدنظرخواهی",
        "درخواست از دادگاه",
        "محل امضا، مهر یا اثر انگشت",
    )


def test_the_boxes_stand_empty_on_a_draft_just_begun():
    text = text_of("a draft just begun")
    in_order(text, "مشخصات طرفین: خوانده", "وکیل یا نماینده قانونی", "ریاست محترم ....", "محل امضا")
    assert "جمع بهای خواسته" not in text
    assert "درخواست از دادگاه" not in text


def test_a_petition_with_one_side_has_no_second_box():
    context = as_context(long()) | {"second_label": "", "second_side": []}
    text = RENDERER.text(RENDERER.render(LAYOUTS["first_instance.docx"], context))
    assert text.count("مشخصات طرفین") == 1


def test_the_party_table_grows_and_repeats_its_heading_rows():
    text = text_of("a long appeal")
    for index in range(1, 8):
        assert f"کاوه رادمنش {fa(index)}" in text
    for table in elements("a long appeal", "tbl"):
        rows = table.findall(W + "tr")
        if "مشخصات طرفین" in "".join(rows[0].itertext()):
            headings = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
            assert headings[:3] == [True, True, False]


def test_the_narrative_stands_outside_of_tables():
    for paragraph in elements("a long appeal", "p"):
        if "صورت‌جلسه تحویل" in "".join(paragraph.itertext()) and "خلاصه" not in "".join(
            paragraph.getparent().itertext()
        ):
            assert paragraph.getparent().tag == W + "body"


@pytest.mark.parametrize(("case", "is_marked"), [("a draft of it", True), ("a usual petition", False)])
def test_only_a_draft_bears_the_watermark(case, is_marked):
    for number in (1, 2):
        assert ("پیش‌نویس" in OUTPUTS[case][f"word/header{number}.xml"].decode()) is is_marked


def test_the_content_hash_stands_in_the_footer_of_every_page():
    for number in (1, 2):
        assert HASH in OUTPUTS["a usual petition"][f"word/footer{number}.xml"].decode()


def test_the_sheet_bears_reasons_referral_footer_and_the_hash_of_the_petition():
    text = text_of("a sheet")
    in_order(
        text,
        HASH,
        "یادآوری قانونی مهم، بازبینی‌نشده",
        "دلیل ادامه: نشانی پس از استعلام افزوده می‌شود.",
        "اطلاع، رویه مختلف",
        "خانه‌های خالی مانده",
        "راهنمایی رایگان از واحدهای ارشاد و معاضدت قضایی و سامانه تلفنی ۱۲۹ در دسترس است.",
        "نام و امضای متقاضی",
    )
    standing = (
        "این فهرست مشاوره حقوقی نیست؛ یادآوری متن قانون بر پایه پاسخ‌های ثبت‌شده است و درباره نتیجه دعوا اظهارنظر نمی‌کند."
    )
    for number in (1, 2):
        assert standing in OUTPUTS["a sheet"][f"word/footer{number}.xml"].decode()


def test_a_sheet_without_notices_says_so():
    assert "یادآوری‌ای برای این دادخواست نشان داده نشده است." in text_of("a sheet without notices")
    assert "خانه‌های خالی مانده" not in text_of("a sheet without notices")
