"""Entry point of the peers that are Django sites."""

import os

from django.core.wsgi import get_wsgi_application

os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.api.peers.django_settings"
application = get_wsgi_application()
