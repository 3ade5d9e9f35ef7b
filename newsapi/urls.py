"""The addresses of the project: the API, the admin, and the way to both."""

from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

admin.site.site_header = admin.site.site_title = "newsapi"
admin.site.index_title = "Articles and their facts"

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="docs")),
    path("admin/", admin.site.urls),
    path("api/v1/", include("articles.api.urls")),
]
