"""A DOCX as a zip of members: read with the packed bytes kept, written the same to the byte each time.

Members that do not change are copied as they lie, still deflated. New ones are stored without compression: the bytes
of a filing must be derivable again years later, and deflate gives other bytes with another zlib.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_LOCAL_HEADER = struct.Struct("<4s5H3I2H")
_CENTRAL_HEADER = struct.Struct("<4s6H3I5H2I")
_END_RECORD = struct.Struct("<4s4H2IH")
_VERSION, _UTF8_NAME, _DATE, _TIME = 20, 0x800, 0x21, 0  # 1 January 1980


@dataclass(frozen=True, slots=True)
class Member:
    """One entry as it lies in the file."""

    name: str
    method: int
    crc: int
    size: int
    packed: bytes

    @classmethod
    def stored(cls, name: str, content: bytes) -> "Member":
        return cls(name, zipfile.ZIP_STORED, zlib.crc32(content), len(content), content)

    @property
    def content(self) -> bytes:
        return self.packed if self.method == zipfile.ZIP_STORED else zlib.decompress(self.packed, -zlib.MAX_WBITS)


def read_package(document: bytes) -> tuple[Member, ...]:
    """All members in their order. For documents of this house; foreign ones go through the gate first."""
    members = []
    with zipfile.ZipFile(BytesIO(document)) as archive:
        for info in archive.infolist():
            name_length, extra_length = struct.unpack_from("<2H", document, info.header_offset + 26)
            start = info.header_offset + _LOCAL_HEADER.size + name_length + extra_length
            packed = document[start : start + info.compress_size]
            members.append(Member(info.filename, info.compress_type, info.CRC, info.file_size, packed))
    return tuple(members)


def write_package(members: Iterable[Member]) -> bytes:
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for each in members:
        name = each.name.encode()
        flags = 0 if each.name.isascii() else _UTF8_NAME
        common = (flags, each.method, _TIME, _DATE, each.crc, len(each.packed), each.size, len(name), 0)
        directory += (_CENTRAL_HEADER.pack(_CENTRAL, _VERSION, _VERSION, *common, 0, 0, 0, 0, offset), name)
        body += (_LOCAL_HEADER.pack(_LOCAL, _VERSION, *common), name, each.packed)
        offset += _LOCAL_HEADER.size + len(name) + len(each.packed)
    count, length = len(directory) // 2, sum(map(len, directory))
    return b"".join([*body, *directory, _END_RECORD.pack(_END, 0, 0, count, count, length, offset, 0)])
