"""What filings were checked against, kept once for all filings that share it."""

from collections.abc import Sequence

from sqlalchemy import bindparam, func, insert, select

from assistant.domain.manifest import FilingUse, Manifest, UsedItem
from assistant.storage import records, schema
from assistant.storage.rows import Rows

_ITEMS = (
    select(schema.manifest_item)
    .where(schema.manifest_item.c.manifest_id == bindparam("manifest"))
    .order_by(schema.manifest_item.c.kind, schema.manifest_item.c.item_id)
)
_USES = (
    select(schema.filing, schema.manifest_item.c.kind, schema.manifest_item.c.version)
    .join(schema.manifest_item, schema.manifest_item.c.manifest_id == schema.filing.c.manifest_id)
    .where(schema.manifest_item.c.item_id == bindparam("item"))
    .order_by(schema.filing.c.made_at, schema.filing.c.number, schema.manifest_item.c.kind)
)
_WITHOUT = select(func.count()).select_from(schema.filing).where(schema.filing.c.manifest_id.is_(None))


class ManifestRows(Rows):
    def add_manifest(self, manifest: Manifest) -> None:
        self._require_writing()
        if manifest.items and self.manifest(manifest.id) is None:
            rows = [
                {"manifest_id": manifest.id, "kind": each.kind, "item_id": each.id, "version": each.version}
                for each in manifest.items
            ]
            self._connection.execute(insert(schema.manifest_item), rows)

    def manifest(self, manifest_id: str) -> Manifest | None:
        rows = self._connection.execute(_ITEMS, {"manifest": manifest_id}).all()
        items = tuple(UsedItem(row.kind, row.item_id, row.version) for row in rows)
        return Manifest(manifest_id, items) if items else None

    def filings_using(self, item_id: str) -> Sequence[FilingUse]:
        rows = self._connection.execute(_USES, {"item": item_id})
        return [records.filing_use_from_row(row, item_id, self._sealer) for row in rows]

    def count_filings_without_manifest(self) -> int:
        count: int = self._connection.execute(_WITHOUT).scalar_one()
        return count
