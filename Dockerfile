# syntax=docker/dockerfile:1
# Latchkey as an image: docker build -t latchkey . It needs a DATABASE_URL; deploy/docker/compose.yaml has everything.

FROM node:24-bookworm AS build
WORKDIR /build
COPY . .
# Everything by the lock file: the compiler first, then nothing but what runs. The image has a Node, and no PostgreSQL of its own.
RUN make package
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM node:24-bookworm-slim
WORKDIR /opt/latchkey
COPY --from=build /build/dist/latchkey ./
COPY --from=build /build/node_modules ./node_modules
COPY deploy/docker/healthcheck.mjs ./
ENV NODE_ENV=production PORT=8787 HOST=0.0.0.0
# docs/operating.md, Memory.
ENV MALLOC_ARENA_MAX=1 MALLOC_MMAP_THRESHOLD_=33554432 MALLOC_TRIM_THRESHOLD_=134217728
# The user that the image of Node brings, who may write nothing here.
USER node
EXPOSE 8787
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 CMD ["node", "healthcheck.mjs"]
# Without a bound V8 lets the young generation grow to ten times that (docs/operating.md, Memory).
ENTRYPOINT ["node", "--max-semi-space-size=8", "src/cli/latchkey.js"]
CMD ["serve"]
