"""The pages: one Flask application over the services."""

from flask import Flask

from assistant.web.services import Services, WebSettings

__all__ = ["Services", "WebSettings", "create_app"]


def create_app(services: Services, settings: WebSettings) -> Flask:
    """Makes the application. Raises UndeclaredEndpoint when an endpoint names no act."""
    from assistant.web import blueprints, drawing, errors, guard, security, session, uploads

    app = Flask("assistant.web", static_folder=str(settings.static_folder), template_folder="pages")
    app.config["MAX_CONTENT_LENGTH"] = app.config["MAX_FORM_MEMORY_SIZE"] = settings.largest_body
    app.config["MAX_FORM_PARTS"] = 20_000  # a hundred parties of thirty fields, with their suffixes
    app.url_map.strict_slashes = False
    app.extensions.update(services=services, settings=settings)
    security.secure(app, settings.hosts, is_https=settings.is_https)
    uploads.admit_uploads(app)
    session.recognise(app)
    guard.guard(app)
    session.refuse_forgeries(app)
    errors.answer_errors(app)
    drawing.prepare_pages(app)
    for blueprint in blueprints.all_blueprints():
        app.register_blueprint(blueprint)
    guard.check_every_endpoint(app)
    return app
