"""The addresses below /api/v1/."""

from csp.constants import UNSAFE_INLINE
from csp.decorators import csp_update
from django.urls import include, path
from drf_spectacular.views import (
    SpectacularAPIView,
    SpectacularRedocView,
    SpectacularSwaggerSplitView,
)
from rest_framework.routers import SimpleRouter

from articles.api import views

router = SimpleRouter()
router.register("articles", views.ArticleViewSet)
router.register("people", views.PersonViewSet)
router.register("quotes", views.QuoteViewSet)
router.register("dates", views.DateViewSet, basename="date")
router.register("sources", views.SourceViewSet)

# Templates of our own: the stock ones have inline styles and fetch fonts from another host.
explorer = SpectacularSwaggerSplitView.as_view(
    url_name="schema", template_name="articles/swagger_ui.html"
)
# Redoc writes its style sheet into the page while it runs.
reference = csp_update({"style-src": [UNSAFE_INLINE]})(
    SpectacularRedocView.as_view(url_name="schema", template_name="articles/redoc.html")
)

urlpatterns = [
    path("", views.RootView.as_view(), name="api-root"),
    path("", include(router.urls)),
    path("extract/", views.ExtractView.as_view(), name="extract"),
    path("health/", views.HealthView.as_view(), name="health"),
    path("schema/", SpectacularAPIView.as_view(), name="schema"),
    path("docs/", explorer, name="docs"),
    path("redoc/", reference, name="redoc"),
]
