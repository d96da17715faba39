import zipfile
from io import BytesIO

from assistant.documents.package import Member, read_package, write_package
from tests.documents.layouts import FIRST_INSTANCE, parts


def test_a_package_written_again_holds_the_same_contents():
    again = write_package(read_package(FIRST_INSTANCE))
    assert parts(again) == parts(FIRST_INSTANCE)
    with zipfile.ZipFile(BytesIO(again)) as archive:
        assert archive.testzip() is None


def test_unchanged_members_keep_their_packed_bytes():
    before = {member.name: member.packed for member in read_package(FIRST_INSTANCE)}
    after = {member.name: member.packed for member in read_package(write_package(read_package(FIRST_INSTANCE)))}
    assert before == after


def test_the_bytes_do_not_depend_on_when_the_source_was_packed():
    contents = {"a.xml": b"<a/>", "پوشه/ب.xml": b"<b/>"}
    files = []
    for year in (1999, 2026):
        file = BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            for name, content in contents.items():
                archive.writestr(zipfile.ZipInfo(name, (year, 1, 2, 3, 4, 6)), content)
        files.append(write_package(read_package(file.getvalue())))
    assert files[0] == files[1]
    assert parts(files[0]) == contents


def test_new_members_are_stored_so_that_no_version_of_deflate_matters():
    written = write_package([Member.stored("a.xml", b"<a/>" * 1000)])
    with zipfile.ZipFile(BytesIO(written)) as archive:
        assert archive.getinfo("a.xml").compress_type == zipfile.ZIP_STORED


def test_every_member_bears_the_same_fixed_date():
    with zipfile.ZipFile(BytesIO(write_package(read_package(FIRST_INSTANCE)))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
