"""What may be inside an expert's DOCX. Everything else is refused by name."""

import re

_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml."
MAIN_CONTENT_TYPE = f"{_WML}document.main+xml"
CONTENT_TYPES = frozenset(
    {
        "application/vnd.openxmlformats-package.relationships+xml",
        "application/xml",
        "application/vnd.openxmlformats-officedocument.obfuscatedFont",
        "application/vnd.openxmlformats-package.core-properties+xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        "application/vnd.openxmlformats-officedocument.theme+xml",
        "image/png",
        "image/jpeg",
        MAIN_CONTENT_TYPE,
    }
    | {
        f"{_WML}{part}+xml"
        for part in (
            "styles",
            "settings",
            "fontTable",
            "numbering",
            "webSettings",
            "header",
            "footer",
            "footnotes",
            "endnotes",
        )
    }
)
PART_NAMES = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(?:core|app)\.xml|docProps/thumbnail\.jpe?g"
    r"|word/(?:document|styles|settings|fontTable|numbering|webSettings|footnotes|endnotes|header[0-9]*|footer[0-9]*)\.xml"
    r"|word/_rels/[A-Za-z]+[0-9]*\.xml\.rels|word/theme/theme[0-9]+\.xml"
    r"|word/fonts/[A-Za-z0-9_-]+\.odttf|word/media/[A-Za-z0-9_-]+\.(?:png|jpe?g)"
)
RELATIONSHIPS = frozenset(
    {
        "officeDocument",
        "core-properties",
        "extended-properties",
        "thumbnail",
        "styles",
        "settings",
        "fontTable",
        "font",
        "numbering",
        "webSettings",
        "theme",
        "header",
        "footer",
        "footnotes",
        "endnotes",
        "image",
    }
)
FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES"})
FORBIDDEN_ELEMENTS = frozenset(
    {
        "altChunk",
        "subDoc",
        "object",
        "OLEObject",
        "control",
        "objectEmbed",
        "objectLink",
        "attachedTemplate",
        "mailMerge",
        "dataBinding",
        "hyperlink",
        "hlinkClick",
        "hlinkHover",
        "frameset",
        "ins",
        "del",
        "moveFrom",
        "moveTo",
        "commentReference",
        "commentRangeStart",
        "vanish",
        "webHidden",
        "specVanish",
        "script",
        "movie",
        "docPartObj",
        "glossaryDocument",
    }
)
