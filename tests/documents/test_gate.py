"""Hostile files: each is refused, with the part and the cause named."""

import struct
import zipfile
from io import BytesIO

import pytest

from assistant.documents.gate import MAX_ENTRIES, MAX_PACKED, MAX_UNPACKED, inspect
from tests.documents.layouts import DOCUMENT, FIRST_INSTANCE, changed, packed, parts, replaced, with_paragraph

WML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "word/_rels/document.xml.rels"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def codes(layout):
    return {each.code for each in inspect(layout)}


def with_part(name, content=b"<a/>"):
    return packed({**parts(FIRST_INSTANCE), name: content})


def with_relation(kind, target, *, external=False):
    mode = ' TargetMode="External"' if external else ""
    relation = f'<Relationship Id="rId99" Type="{REL}{kind}" Target="{target}"{mode}/>'
    return replaced(FIRST_INSTANCE, "</Relationships>", f"{relation}</Relationships>", RELATIONS)


def with_element(xml):
    return replaced(FIRST_INSTANCE, "<w:body>", f"<w:body><w:p><w:r>{xml}</w:r></w:p>")


def with_field(*pieces):
    runs = "".join(f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>' for piece in pieces)
    begin, end = ('<w:r><w:fldChar w:fldCharType="' + kind + '"/></w:r>' for kind in ("begin", "end"))
    return replaced(FIRST_INSTANCE, "<w:body>", f"<w:body><w:p>{begin}{runs}{end}</w:p>")


def test_a_harmless_change_passes():
    assert inspect(with_paragraph(FIRST_INSTANCE, "متن")) == ()
    assert inspect(with_field(" PA", "GE ")) == ()


BROKEN = [b"", b"PK", b"not a zip", FIRST_INSTANCE[:-30], FIRST_INSTANCE[:5000], b"\x00" * 100]


@pytest.mark.parametrize("content", BROKEN)
def test_a_broken_file_is_no_package(content):
    assert codes(content) == {"not_a_package"}


def test_damaged_packed_data_is_no_package():
    damaged = bytearray(FIRST_INSTANCE)
    for place in range(200, 230):
        damaged[place] ^= 0xFF
    assert codes(bytes(damaged)) == {"not_a_package"}


@pytest.mark.parametrize("name", ["[Content_Types].xml", "_rels/.rels", DOCUMENT])
def test_a_package_without_a_needed_part_is_none(name):
    contents = parts(FIRST_INSTANCE)
    del contents[name]
    assert "not_a_package" in codes(packed(contents))


def test_a_file_too_large_is_refused_unopened():
    assert codes(FIRST_INSTANCE + b"\x00" * MAX_PACKED) == {"too_large"}


def test_a_bomb_of_many_zeros_is_refused():
    bomb = with_part("word/media/zeros.png", b"\x00" * 7_000_000)
    assert len(bomb) < MAX_PACKED
    assert codes(bomb) == {"too_large"}


def test_a_bomb_that_understates_its_size_is_refused():
    layout = bytearray(with_part("word/media/big.png", bytes(range(256)) * 400))
    start = layout.rindex(b"word/media/big.png") - 46
    assert layout[start : start + 4] == b"PK\x01\x02"
    struct.pack_into("<I", layout, start + 24, 10)
    assert codes(bytes(layout)) & {"too_large", "not_a_package"}


def test_the_sum_of_all_parts_is_limited():
    noise = {f"word/media/n{n}.png": bytes((n * 7 + k) % 251 for k in range(50_000)) * 20 for n in range(22)}
    assert sum(map(len, noise.values())) > MAX_UNPACKED
    assert "too_large" in codes(packed({**parts(FIRST_INSTANCE), **noise}))


def test_the_number_of_entries_is_limited():
    many = {f"word/media/n{n}.png": b"x" for n in range(MAX_ENTRIES)}
    assert codes(packed({**parts(FIRST_INSTANCE), **many})) == {"too_large"}


@pytest.mark.parametrize(
    "name",
    [
        "word/vbaProject.bin",
        "word/vbaData.xml",
        "word/activeX/activeX1.xml",
        "word/embeddings/oleObject1.bin",
        "word/embeddings/sheet1.xlsx",
        "word/afchunk.mht",
        "word/glossary/document.xml",
        "word/comments.xml",
        "word/attachedToolbars.bin",
        "word/media/image1.svg",
        "word/media/image1.emf",
        "customXml/item1.xml",
        "docProps/custom.xml",
        "_xmlsignatures/sig1.xml",
        "../evil.xml",
        "/etc/passwd",
        "word\\media\\a.png",
        "C:/a.png",
        "word/media/../../a.png",
        "word/",
        "word/نام.xml",
    ],
)
def test_a_part_that_is_not_on_the_list_is_refused_by_name(name):
    problems = inspect(with_part(name))
    assert [(each.code, each.detail) for each in problems] == [("forbidden_part", name)]


def test_two_parts_of_one_name_are_refused():
    file = BytesIO(FIRST_INSTANCE)
    with zipfile.ZipFile(file, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(DOCUMENT, b"<a/>")
    assert codes(file.getvalue()) == {"forbidden_part"}


def test_names_that_differ_in_case_only_are_refused():
    assert "forbidden_part" in codes(with_part("word/Document.xml"))


def test_an_encrypted_entry_is_refused():
    layout = bytearray(FIRST_INSTANCE)
    start = layout.rindex(b"word/styles.xml") - 46
    layout[start + 8] |= 1
    assert codes(bytes(layout)) == {"forbidden_part"}


@pytest.mark.parametrize(
    "content_type",
    [
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "text/html",
    ],
)
def test_only_the_plain_document_type_passes(content_type):
    plain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    assert codes(replaced(FIRST_INSTANCE, plain, content_type, "[Content_Types].xml")) == {"forbidden_part"}


@pytest.mark.parametrize("kind", ["hyperlink", "attachedTemplate", "image", "oleObject", "frame", "styles"])
def test_a_link_to_the_outside_is_refused(kind):
    assert codes(with_relation(kind, "http://example.invalid/a", external=True)) == {"outside_link"}


def test_a_link_marked_external_is_refused_whatever_its_target():
    assert codes(with_relation("styles", "styles.xml", external=True)) == {"outside_link"}
    assert codes(with_relation("styles", "styles.xml")) == set()


@pytest.mark.parametrize("target", ["../../secret.xml", "file:///etc/passwd", "//host/share", "missing.xml"])
def test_a_link_that_leaves_the_package_is_refused(target):
    assert codes(with_relation("image", target)) == {"outside_link"}


@pytest.mark.parametrize("kind", ["attachedTemplate", "oleObject", "vbaProject", "aFChunk", "subDocument", "customXml"])
def test_a_kind_of_relation_that_is_not_on_the_list_is_refused(kind):
    assert codes(with_relation(kind, "styles.xml")) == {"forbidden_part"}


@pytest.mark.parametrize(
    "prolog",
    [
        '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "http://example.invalid/x.dtd">',
        '<!DocType x [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;">]>',
    ],
)
def test_a_document_type_is_refused(prolog):
    assert codes(replaced(FIRST_INSTANCE, "<w:document", prolog + "<w:document")) == {"unsafe_xml"}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-7", "cp1256"])
def test_only_utf8_is_read(encoding):
    def change(text):
        return text.replace("UTF-8", encoding, 1)

    contents = parts(FIRST_INSTANCE)
    text = change(contents[DOCUMENT].decode())
    contents[DOCUMENT] = text.encode("utf-16") if encoding == "utf-16" else text.encode()
    assert codes(packed(contents)) == {"unsafe_xml"}


def test_xml_that_does_not_parse_is_refused_and_not_mended():
    assert codes(replaced(FIRST_INSTANCE, "</w:body>", "")) == {"unsafe_xml"}


def test_xml_nested_without_end_is_refused():
    assert codes(with_element("<w:x>" * 5000 + "</w:x>" * 5000)) == {"unsafe_xml"}


@pytest.mark.parametrize(
    "pieces",
    [
        (" DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe ",),
        (" DD", "EA", "UTO cmd "),
        (" INCLUDETEXT ", '"http://example.invalid"'),
        (" INCLUDEPICTURE x ",),
        (" LINK Excel.Sheet ",),
        (" MACROBUTTON x ",),
        (" DATABASE ",),
        (" HYPERLINK x ",),
        (" DATE ",),
        (" QUOTE 68 68 69 ",),
        ("",),
    ],
)
def test_a_field_that_is_not_on_the_list_is_refused_also_when_split(pieces):
    assert codes(with_field(*pieces)) == {"forbidden_field"}


def test_fields_inside_fields_and_simple_fields_are_read_too():
    inner = '<w:fldChar w:fldCharType="begin"/><w:instrText> PAGE </w:instrText><w:fldChar w:fldCharType="begin"/>'
    inner += '<w:instrText> DDE x </w:instrText><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="end"/>'
    assert codes(with_element(inner)) == {"forbidden_field"}
    simple = '<w:p><w:fldSimple w:instr=" DDE x "><w:r><w:t>a</w:t></w:r></w:fldSimple></w:p>'
    assert codes(replaced(FIRST_INSTANCE, "<w:body>", "<w:body>" + simple)) == {"forbidden_field"}
    unfinished = '<w:fldChar w:fldCharType="begin"/><w:instrText> DDE x </w:instrText>'
    assert codes(with_element(unfinished)) == {"forbidden_field"}


@pytest.mark.parametrize(
    "xml",
    [
        "<w:object/>",
        '<o:OLEObject Type="Link"/>',
        "<w:control/>",
        "<w:rPr><w:vanish/></w:rPr>",
        "<w:altChunk/>",
        "<w:subDoc/>",
        "<w:ins><w:r/></w:ins>",
        "<w:hyperlink/>",
        "<?evil data?>",
    ],
)
def test_an_object_hidden_text_or_tracked_change_is_refused(xml):
    assert codes(with_element(xml)) == {"forbidden_element"}


def test_visible_text_that_says_it_is_not_hidden_passes():
    assert codes(with_element('<w:rPr><w:vanish w:val="0"/></w:rPr>')) == set()


@pytest.mark.parametrize("xml", ['<v:imagedata src="http://example.invalid/a"/>', '<v:shape href="x:y"/>'])
def test_a_picture_or_shape_that_points_elsewhere_is_refused(xml):
    assert codes(with_element(f"<w:pict>{xml}</w:pict>")) == {"outside_link"}


def test_an_attached_template_in_the_settings_is_refused():
    def change(text):
        return text.replace("<w:zoom", "<w:attachedTemplate/><w:zoom", 1)

    assert codes(changed(FIRST_INSTANCE, "word/settings.xml", change)) == {"forbidden_element"}
