"""All settings, flat; whatever may differ between two machines comes from the environment.

README.md lists the variables.
"""

from pathlib import Path

import django_stubs_ext
import environ
from csp.constants import NONE, SELF

from newsapi import __version__, env

django_stubs_ext.monkeypatch()

BASE_DIR = Path(__file__).resolve().parent.parent
environ.Env.read_env(BASE_DIR / ".env")
DATA_DIR = Path(env.text("DATA_DIR", str(BASE_DIR / "var")))
DATA_DIR.mkdir(parents=True, exist_ok=True)

DEBUG = env.flag("DEBUG", default=False)
SECRET_KEY = env.secret_key("SECRET_KEY", DATA_DIR / "secret_key")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS", [])

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "csp",
    "rest_framework",
    "rest_framework.authtoken",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "articles",
]
MIDDLEWARE = [
    "articles.api.middleware.ProblemJsonMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "articles.api.middleware.BesideStaticFiles",
    "articles.api.middleware.ContentSecurityPolicyMiddleware",
    "articles.api.middleware.BesideSessions",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "articles.api.middleware.BesideAuthentication",
    "articles.api.middleware.BesideMessages",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "newsapi.urls"
WSGI_APPLICATION = "newsapi.wsgi.application"
ASGI_APPLICATION = "newsapi.asgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": env.database("DATABASE_URL", f"sqlite:///{DATA_DIR / 'newsapi.sqlite3'}")}
# No health check, which is a query before each request's first: a connection that
# broke is answered with 503 once, and made anew.
DATABASES["default"]["CONN_MAX_AGE"] = None
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Readers and one writer at a time never block each other in WAL mode; a
    # writer takes the lock at once and waits its turn.
    DATABASES["default"]["OPTIONS"] = {
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
    }
else:
    DATABASES["default"]["OPTIONS"] = {
        # Compiling a statement takes longer than running any that is asked here; so does
        # making room to remember as many rows as a list has, where a page has fifty.
        "options": "-c jit=off -c enable_memoize=off",
        # Those that are meant to be prepared are so at once.
        "prepare_threshold": 0,
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LANGUAGE_CODE = "en-us"
TIME_ZONE = "UTC"
USE_I18N = False
USE_TZ = True

STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True

# Behind TLS set HTTPS=true: cookies and redirects then insist on it.
HTTPS = env.flag("HTTPS", default=False)
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "style-src": [SELF],
        "worker-src": [SELF, "blob:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}
# Bodies of POST /extract/; articles themselves are loaded by command, not by HTTP.
DATA_UPLOAD_MAX_MEMORY_SIZE = env.number("MAX_REQUEST_BYTES", 500_000, minimum=1)

# Answers of the API that are kept while the data stays the same, in each server process.
ANSWER_CACHE_BYTES = env.number("ANSWER_CACHE_BYTES", 32_000_000, minimum=1)
# A question to the API that takes the database longer is cancelled.
QUERY_SECONDS = env.number("QUERY_SECONDS", 10, minimum=1)
# Sizes above which an item of a load is rejected, by the names of articles.readers.Limits.
READER_LIMITS = {
    "max_body_characters": env.number("MAX_ARTICLE_CHARACTERS", 5_000_000, minimum=1),
    "max_file_bytes": env.number("MAX_FILE_BYTES", 20_000_000, minimum=1),
    "max_line_bytes": env.number("MAX_LINE_BYTES", 20_000_000, minimum=1),
    "max_json_depth": env.number("MAX_JSON_DEPTH", 100, minimum=1),
    "max_xml_depth": env.number("MAX_XML_DEPTH", 200, minimum=1),
    "max_archive_ratio": env.number("MAX_ARCHIVE_RATIO", 200, minimum=1),
    "max_archive_bytes": env.number("MAX_ARCHIVE_BYTES", 200_000_000_000, minimum=1),
    "max_archive_entries": env.number("MAX_ARCHIVE_ENTRIES", 200_000, minimum=1),
}
# Only load_articles --fetch makes connections.
FETCH_MAX_BYTES = env.number("FETCH_MAX_BYTES", 50_000_000, minimum=1)
FETCH_SECONDS = env.number("FETCH_SECONDS", 30, minimum=1)
FETCH_REDIRECTS = env.number("FETCH_REDIRECTS", 5)
FETCH_ALLOW_NETWORKS = env.words("FETCH_ALLOW_NETWORKS", [])

# The language model package; empty takes the one that requirements.txt installs.
NEWSAPI_MODEL = env.text("NEWSAPI_MODEL", "")
# Processes that read articles at a time; 0 means one for each core.
NEWSAPI_WORKERS = env.number("WORKERS", 0)
# How long a worker may be silent over one article before others take its work.
NEWSAPI_LEASE_SECONDS = env.number("LEASE_SECONDS", 120, minimum=1)

# Many machines: redis://host:6379/0 or amqp://user:secret@host:5672//. The database owns the
# work; a message only wakes a worker, and may be lost, late or sent twice.
BROKER_URL = env.text("BROKER_URL", "")
# How often each worker looks for chunks whose message was lost or whose worker is gone.
NEWSAPI_RECONCILE_SECONDS = env.number("RECONCILE_SECONDS", 10, minimum=1)
CELERY_BROKER_URL = BROKER_URL
CELERY_TASK_DEFAULT_QUEUE = "newsapi"
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_IGNORE_RESULT = True
# A chunk that takes longer is stopped, tried again, and divided in the end.
CELERY_TASK_TIME_LIMIT = max(600, 5 * NEWSAPI_LEASE_SECONDS)
CELERY_TASK_PUBLISH_RETRY_POLICY = {
    "max_retries": 3,
    "interval_start": 0.2,
    "interval_step": 0.5,
    "interval_max": 1.0,
}
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_CONCURRENCY = NEWSAPI_WORKERS or None
CELERY_WORKER_MAX_TASKS_PER_CHILD = 500
# What runs while the connection is lost brings its result to the database all the same.
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = False
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
# Workers wait for a broker that is away, however long it takes.
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_BROKER_CONNECTION_TIMEOUT = 5
CELERY_BROKER_TRANSPORT_OPTIONS = (
    # A shorter time would run chunks twice that are still being read.
    {
        "visibility_timeout": CELERY_TASK_TIME_LIMIT + 60,
        "socket_connect_timeout": 5,
        "socket_timeout": 30,
        "socket_keepalive": True,
    }
    if BROKER_URL.startswith("redis")
    else {"confirm_publish": True}
)

REST_FRAMEWORK = {
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["articles.api.parsers.StrictJSONParser"],
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "DEFAULT_FILTER_BACKENDS": ["articles.api.parameters.StrictFilterBackend"],
    "DEFAULT_PAGINATION_CLASS": "articles.api.pagination.KeysetPagination",
    "DEFAULT_SCHEMA_CLASS": "articles.api.schema.Schema",
    "EXCEPTION_HANDLER": "articles.api.errors.problem_response",
    "UNAUTHENTICATED_TOKEN": None,
    "URL_FORMAT_OVERRIDE": None,
    "STRICT_JSON": True,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "newsapi",
    "DESCRIPTION": (
        "Structured metadata of news articles: the people they mention, the quotes with their "
        "speakers and the dates they mean, each fact with its exact place in the text.\n\n"
        "Offsets are Unicode code points into the article's `body`, half-open: "
        "`body[start:end] == text`. Lists are paged by cursor: follow `next`. "
        "Errors are `application/problem+json` (RFC 9457)."
    ),
    "VERSION": __version__,
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
    "SWAGGER_UI_SETTINGS": {"deepLinking": True, "tryItOutEnabled": True, "validatorUrl": None},
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "COMPONENT_SPLIT_REQUEST": True,
    "ENUM_NAME_OVERRIDES": {
        "OriginEnum": "articles.choices.Origin",
        "StatusEnum": "articles.choices.Status",
        "ExtractionStateEnum": "articles.choices.ExtractionState",
        "QuoteTypeEnum": "articles.api.extraction.QUOTE_TYPES",
        "MatchStatusEnum": "articles.choices.MatchStatus",
        "TimexTypeEnum": "articles.api.extraction.TIMEX_TYPES",
    },
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "articles.api.schema.document_problems",
    ],
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env.text("LOG_LEVEL", "INFO")},
}
