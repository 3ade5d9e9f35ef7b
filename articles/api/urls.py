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

from articles.api import facets, resources, views
from articles.api.identity_views import MergeViewSet, PossibleMatchViewSet
from articles.api.person_views import PersonViewSet
from articles.api.run_views import RunViewSet

router = SimpleRouter()
router.register("articles", resources.ArticleViewSet)
router.register("people", PersonViewSet)
router.register("quotes", resources.QuoteViewSet)
router.register("dates", resources.DateViewSet, basename="date")
router.register("sources", resources.SourceViewSet)
router.register("merges", MergeViewSet, basename="merge")
router.register("possible-matches", PossibleMatchViewSet, basename="match")
router.register("runs", RunViewSet)

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
    path("quotes/facets/", facets.QuoteFacetView.as_view(), name="quote-facets"),
    path("articles/facets/", facets.ArticleFacetView.as_view(), name="article-facets"),
    path("timeline/", facets.TimelineView.as_view(), name="timeline"),
    path("dates/timeline/", facets.MeantTimelineView.as_view(), name="date-timeline"),
    path("", include(router.urls)),
    path("extract/", views.ExtractView.as_view(), name="extract"),
    path("health/", views.HealthView.as_view(), name="health"),
    path("schema/", SpectacularAPIView.as_view(), name="schema"),
    path("docs/", explorer, name="docs"),
    path("redoc/", reference, name="redoc"),
]
