"""Runs the steps on the connection and in the transaction that ``migrate`` hands over."""

from alembic import context

from assistant.storage.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
context.run_migrations()
