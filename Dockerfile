# The image of Mamori. It was never built: the machine it was written on has no container engine. What it calls is held
# to exist by src/server/app/deployment.test.ts; the first who builds it writes down here with what that was done.
# Pin the base by digest before use: docker buildx imagetools inspect node:24.21.0-bookworm-slim
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /opt/mamori
COPY . .
RUN node bin/launch.mjs ready && rm -rf .cache

FROM node:24.21.0-bookworm-slim
RUN groupadd --gid 10001 mamori && useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin mamori \
  && install -d -o mamori -g mamori -m 0700 /var/lib/mamori /var/backups/mamori
# Owned by root: the user Mamori runs as cannot change what it runs.
COPY --from=build /opt/mamori /opt/mamori
WORKDIR /opt/mamori
USER 10001:10001
ENV HOST=0.0.0.0 PORT=8080 MAMORI_DATA_DIR=/var/lib/mamori
VOLUME /var/lib/mamori
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8080/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "bin/launch.mjs"]
CMD ["start"]
