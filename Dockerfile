# syntax=docker/dockerfile:1
# Two stages: the first compiles with all packages, the second carries the run-time ones only. glibc is needed by the
# embedded PostgreSQL (used by `writethru demo`); a deployment with its own PostgreSQL does not start it.

FROM node:20-bookworm-slim AS build
WORKDIR /src
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json tsconfig.strip.json ./
COPY scripts ./scripts
COPY src ./src
RUN node scripts/build.mjs --types && npm prune --omit=dev --no-audit --no-fund

FROM node:20-bookworm-slim
ENV NODE_ENV=production \
    WRITETHRU_HTTP_HOST=0.0.0.0 \
    WRITETHRU_HTTP_PORT=8420 \
    WRITETHRU_DATA_DIRECTORY=/data
WORKDIR /app
COPY --from=build /src/node_modules ./node_modules
COPY --from=build /src/dist ./dist
COPY package.json LICENSE ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME ["/data"]
EXPOSE 8420
# A worker without the web role answers no request; its orchestrator watches the process and the metrics of the others.
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.WRITETHRU_HTTP_PORT || 8420) + '/livez').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node is process 1 and handles SIGTERM itself: the first drains, a second one forces.
ENTRYPOINT ["node", "dist/cli.js"]
CMD ["run"]
