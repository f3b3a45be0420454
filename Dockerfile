# syntax=docker/dockerfile:1.10
# The same image serves, works and migrates; nothing in it changes while it runs (docs/exploiter.md).

FROM python:3.12.8-slim-bookworm AS built
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
WORKDIR /build
COPY requirements.txt .
RUN python -m venv /opt/venv && /opt/venv/bin/pip install --only-binary=:all: --requirement requirements.txt

FROM python:3.12.8-slim-bookworm
# pg_dump and pg_restore, for `flask backup`; bookworm's client speaks to servers up to its own version.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --yes --no-install-recommends postgresql-client \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /srv/astrogrowth --shell /usr/sbin/nologin astrogrowth \
    && install --directory --owner=astrogrowth --group=astrogrowth /data
COPY --from=built /opt/venv /opt/venv
WORKDIR /srv/astrogrowth
COPY app app
COPY migrations migrations
COPY static static
COPY templates templates
COPY gunicorn.conf.py wsgi.py worker.py ./
RUN /opt/venv/bin/python -m compileall -q app migrations wsgi.py worker.py
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    APP_ENV=production \
    FLASK_APP=wsgi \
    INSTANCE_FOLDER=/data \
    BIND=0.0.0.0:8000
USER 10001:10001
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
CMD ["gunicorn"]
